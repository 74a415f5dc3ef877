import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";

/** As in JSON. */
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** What stands in a body is taken at its word; addresses are all text, of which numbers and yes or no are read. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart, ...rest }) => {
  // TypeBox would read `true` and `1.5` as 1; of a body it reads nothing into what stands there.
  const validate = TypeBoxValidatorCompiler({ schema, httpPart: "body", ...rest });
  if (httpPart === "body") return validate;
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> };
  return (given: Record<string, unknown>) =>
    validate(
      Object.fromEntries(
        Object.entries(given).map(([name, text]) => [name, read(text, properties[name]?.type)]),
      ),
    );
};

function read(text: unknown, type: string | undefined): unknown {
  if (typeof text !== "string") return text;
  if ((type === "integer" || type === "number") && NUMBER.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
