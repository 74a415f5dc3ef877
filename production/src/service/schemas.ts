import { Type } from "typebox";

const idOf = (what: string, example: string) =>
  Type.String({
    minLength: 1,
    maxLength: 512,
    description: `${what}, as it stands in the data`,
    examples: [example],
  });
const UserId = idOf("The id of a user", "27");
const ItemId = idOf("The id of an item", "6");
const UserLabel = Type.String({ minLength: 1, maxLength: 512, description: "Such as gender F" });
const Label = Type.String({ minLength: 1, maxLength: 512, description: "Such as a genre" });
const Stars = Type.Number({ description: "On the scale of the data", minimum: -1e6, maximum: 1e6 });

export const Length = Type.Integer({
  minimum: 1,
  maximum: 1000,
  default: 10,
  description: "Length of the list",
});

const Diversity = Type.Number({
  minimum: 0,
  maximum: 1,
  default: 0,
  description:
    "0 for the list by score, up to 1 for variety alone: items that are alike push each other down",
});

export const Recommendation = Type.Object({
  item: Type.String({ description: "Its id" }),
  title: Type.String({ description: "Its title, or its id if the model knows none" }),
  score: Type.Number({ description: "To be compared within this list only" }),
});

export const List = Type.Object({
  model: Type.String({ description: "The version of the model that answered" }),
  items: Type.Array(Recommendation, { description: "Best first" }),
});

export const ErrorBody = Type.Object({
  error: Type.String({ description: "What kind of error it is" }),
  message: Type.String({ description: "What is wrong, and what to do about it" }),
});

export const OfUser = Type.Object({ user: UserId });
export const OfItem = Type.Object({ item: ItemId });

export const UserQuery = Type.Object({
  n: Type.Optional(Length),
  label: Type.Optional(Type.String({ maxLength: 512, description: "Only items with this label" })),
  includeRated: Type.Optional(
    Type.Boolean({ default: false, description: "Whether rated items may come back" }),
  ),
  diversity: Type.Optional(Diversity),
});

export const SimilarQuery = Type.Object({ n: Type.Optional(Length) });

const OwnRatings = Type.Array(Type.Object({ item: ItemId, rating: Stars }, { additionalProperties: false }), {
  maxItems: 10_000,
  description: "Folded in for this answer and kept nowhere; of an item rated twice the last counts",
});

export const AskBody = Type.Object(
  {
    user: Type.Optional(UserId),
    ratings: Type.Optional(OwnRatings),
    labels: Type.Optional(Type.Array(UserLabel, { maxItems: 100, description: "Of a user without ratings" })),
    n: Type.Optional(Length),
    includeRated: Type.Optional(
      Type.Boolean({ default: false, description: "Whether rated items may come back" }),
    ),
    diversity: Type.Optional(Diversity),
    rules: Type.Optional(
      Type.Object(
        {
          only: Type.Optional(Type.Array(ItemId, { maxItems: 10_000, description: "Only these items" })),
          not: Type.Optional(
            Type.Array(ItemId, {
              maxItems: 10_000,
              description: "Not these items; ids that the model does not know are ignored",
            }),
          ),
          labels: Type.Optional(
            Type.Array(Label, { maxItems: 100, description: "Only items with one of these labels" }),
          ),
          notLabels: Type.Optional(
            Type.Array(Label, { maxItems: 100, description: "No item with one of these labels" }),
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
    description: "Whose list, a user, ratings or both, and the item to explain",
  },
);

export const Explanation = Type.Object({
  model: Type.String({ description: "The version of the model that answered" }),
  item: Type.String({ description: "Its id" }),
  title: Type.String({ description: "Its title, or its id if the model knows none" }),
  score: Type.Number({
    description: "With all likes folded in; a user that the model has learnt may score a little differently",
  }),
  because: Type.Array(
    Type.Object({
      item: Type.String({ description: "The id of a like" }),
      title: Type.String({ description: "Its title, or its id if the model knows none" }),
      rating: Type.Number({ description: "What the user gave it" }),
      contribution: Type.Number({
        description:
          "What the score loses if the user is folded in without this like; below 0, what it gains",
      }),
    }),
    { description: "The largest contribution first; of more than 60 likes, those most like the item" },
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
  kept: Type.Integer({ description: "Ratings that are on the disk" }),
});

export const SwitchBody = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 64, description: "One of those that are kept" }),
    share: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description:
          "Answer this share of the users beside the current model, instead of taking over; 0 ends that",
      }),
    ),
  },
  { additionalProperties: false },
);

export const ModelState = Type.Object({
  current: Type.String({ description: "The version that answers" }),
  candidate: Type.Union([Type.Object({ version: Type.String(), share: Type.Number() }), Type.Null()], {
    description: "The version that answers a share of the users beside it",
  }),
  users: Type.Integer({ description: "Users that it has learnt" }),
  items: Type.Integer({ description: "Items that it has learnt" }),
  likedFrom: Type.Number({ description: "Ratings from here on are likes" }),
  feedback: Type.Object(
    { total: Type.Integer(), unlearnt: Type.Integer(), learning: Type.Boolean() },
    {
      description:
        "Ratings taken in; those that are folded in but not learnt yet; whether they are being learnt",
    },
  ),
  versions: Type.Array(
    Type.Object({
      version: Type.String(),
      since: Type.String({ description: "When it was first served, ISO 8601" }),
      source: Type.String({ description: "file, upload or feedback" }),
    }),
    { description: "Those that are kept, oldest first" },
  ),
});

export const Learning = Type.Object({
  unlearnt: Type.Integer({ description: "Ratings that are learnt now" }),
});

export const NewModel = Type.Object({ model: Type.String({ description: "Its version" }) });
