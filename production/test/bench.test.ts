import { expect, test } from "vitest";
import { describe, type Measured } from "../bench/describe.ts";

test("the bench compares the two services round by round", () => {
  const turn = (round: number, service: Measured["service"], requestsPerSecond: number): Measured => ({
    round,
    service,
    workload: "known user",
    requestsPerSecond,
    load: 1,
    p99: 10,
    processor: null,
    failed: 0,
  });
  const text = describe([
    ...[turn(0, "Matinee", 300), turn(0, "LightFM", 100)],
    ...[turn(1, "LightFM", 400), turn(1, "Matinee", 400)],
    ...[turn(2, "Matinee", 200), turn(2, "LightFM", 100)],
  ]);
  expect(text).toMatch(/known user, Matinee +300 \(200 to 400\)/);
  expect(text).toMatch(/Matinee \/ LightFM +2\.00 \(1\.00 to 3\.00\)/);
});
