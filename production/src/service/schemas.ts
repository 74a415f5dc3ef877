import { Type } from "typebox";

const idOf = (what: string, example: string) =>
  Type.String({
    minLength: 1,
    maxLength: 512,
    // Neither NumPy nor PostgreSQL can hold it.
    pattern: "^[^\\u0000]*$",
    description: `${what}, as it is in the data`,
    examples: [example],
  });
const UserId = idOf("The id of a user", "27");
const ItemId = idOf("The id of an item", "6");
const UserLabel = Type.String({ minLength: 1, maxLength: 512, description: "Such as gender F" });
const Label = Type.String({ minLength: 1, maxLength: 512, description: "Such as a genre" });
const Stars = Type.Number({ description: "On the scale of the data", minimum: -1e6, maximum: 1e6 });

const Length = Type.Integer({
  minimum: 1,
  maximum: 1000,
  default: 10,
  description: "Length of the list",
});

const Diversity = Type.Number({
  minimum: 0,
  maximum: 1,
  default: 0,
  description: "From 0, by score alone, to 1, by variety alone: similar items push each other down",
});

const Recommendation = Type.Object({
  item: Type.String({ description: "Its id" }),
  title: Type.String({ description: "Its title, or its id if the model has no title" }),
  score: Type.Number({ description: "Comparable only within this list" }),
});

export const List = Type.Object({
  model: Type.String({ description: "The version of the model that answered" }),
  items: Type.Array(Recommendation, { description: "Best first" }),
});

export const ErrorBody = Type.Object({
  error: Type.String({ description: "The kind of error" }),
  message: Type.String({ description: "What is wrong, and what to do about it" }),
});

export const OfUser = Type.Object({ user: UserId });
export const OfItem = Type.Object({ item: ItemId });

export const UserQuery = Type.Object(
  {
    n: Type.Optional(Length),
    label: Type.Optional(Type.String({ maxLength: 512, description: "Only items with this label" })),
    includeRated: Type.Optional(
      Type.Boolean({
        default: false,
        description: "Whether items that were already rated may be recommended",
      }),
    ),
    diversity: Type.Optional(Diversity),
  },
  { additionalProperties: false },
);

export const SimilarQuery = Type.Object({ n: Type.Optional(Length) }, { additionalProperties: false });

const OwnRatings = Type.Array(Type.Object({ item: ItemId, rating: Stars }, { additionalProperties: false }), {
  maxItems: 10_000,
  description: "Folded in for this answer but not stored; if an item is rated twice, the last rating counts",
});

export const AskBody = Type.Object(
  {
    user: Type.Optional(UserId),
    ratings: Type.Optional(OwnRatings),
    labels: Type.Optional(
      Type.Array(UserLabel, { maxItems: 100, description: "Labels of a user without ratings" }),
    ),
    n: Type.Optional(Length),
    includeRated: Type.Optional(
      Type.Boolean({
        default: false,
        description: "Whether items that were already rated may be recommended",
      }),
    ),
    diversity: Type.Optional(Diversity),
    rules: Type.Optional(
      Type.Object(
        {
          only: Type.Optional(Type.Array(ItemId, { maxItems: 10_000, description: "Only these items" })),
          not: Type.Optional(
            Type.Array(ItemId, {
              maxItems: 10_000,
              description: "Leaves these items out; ids unknown to the model are ignored",
            }),
          ),
          labels: Type.Optional(
            Type.Array(Label, { maxItems: 100, description: "Only items with at least one of these labels" }),
          ),
          notLabels: Type.Optional(
            Type.Array(Label, { maxItems: 100, description: "No items with any of these labels" }),
          ),
        },
        { additionalProperties: false, description: "Which items may be recommended" },
      ),
    ),
  },
  { additionalProperties: false, description: "Who asks: a user, ratings, labels, or several of them" },
);

export const ExplainBody = Type.Object(
  { user: Type.Optional(UserId), ratings: Type.Optional(OwnRatings), item: ItemId },
  {
    additionalProperties: false,
    description: "A user, ratings or both, and the item to explain",
  },
);

export const Explanation = Type.Object({
  model: Type.String({ description: "The version of the model that answered" }),
  item: Type.String({ description: "Its id" }),
  title: Type.String({ description: "Its title, or its id if the model has no title" }),
  score: Type.Number({
    description:
      "The score with all likes folded in; for a user in the training data, lists may show a slightly different one",
  }),
  because: Type.Array(
    Type.Object({
      item: Type.String({ description: "The id of a like" }),
      title: Type.String({ description: "Its title, or its id if the model has no title" }),
      rating: Type.Number({ description: "The rating the user gave it" }),
      contribution: Type.Number({
        description:
          "What the score loses if the user is folded in without this like; below 0, what it gains",
      }),
    }),
    { description: "Largest contribution first; with more than 60 likes, the 60 most similar to the item" },
  ),
});

export const RatingsBody = Type.Object(
  {
    ratings: Type.Array(
      Type.Object({ user: UserId, item: ItemId, rating: Stars }, { additionalProperties: false }),
      {
        minItems: 1,
        maxItems: 1000,
      },
    ),
  },
  { additionalProperties: false },
);

export const RatingsKept = Type.Object({
  kept: Type.Integer({ description: "The number of ratings now on disk" }),
});

export const SwitchBody = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 64, description: "One of the versions that are kept" }),
    share: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description:
          "Answer this share of the users alongside the current model instead of taking over; 0 ends this",
      }),
    ),
  },
  { additionalProperties: false },
);

export const ModelState = Type.Object({
  current: Type.String({ description: "The version that answers" }),
  candidate: Type.Union([Type.Object({ version: Type.String(), share: Type.Number() }), Type.Null()], {
    description: "The version that answers a share of the users alongside it",
  }),
  users: Type.Integer({ description: "Users in its training data" }),
  items: Type.Integer({ description: "Items in its training data" }),
  likedFrom: Type.Number({ description: "Lowest rating that counts as a like" }),
  feedback: Type.Object(
    { total: Type.Integer(), unlearnt: Type.Integer(), learning: Type.Boolean() },
    {
      description: "All ratings received; those folded in but not learnt yet; whether they are being learnt",
    },
  ),
  versions: Type.Array(
    Type.Object({
      version: Type.String(),
      since: Type.String({ description: "When it was first served, ISO 8601" }),
      source: Type.String({ description: "file, upload or feedback" }),
    }),
    { description: "The versions that are kept, oldest first" },
  ),
});

export const Learning = Type.Object({
  unlearnt: Type.Integer({ description: "Ratings that are being learnt" }),
});

export const NewModel = Type.Object({ model: Type.String({ description: "The version of the new model" }) });
