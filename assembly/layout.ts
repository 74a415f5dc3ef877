/**
 * Where everything lies. The kernels and `src/model` read the same offsets from here, so this file
 * keeps to what both languages understand: numbers.
 *
 * A TABLE holds one row of f32 per feature. With d components, a row is padded to a multiple of four:
 *
 *   item feature   | e0 … e(d-1) |  0  | bias | 0 … |     a user's bias and an item's bias have columns
 *   user feature   | e0 … e(d-1) | bias |  0  | 0 … |     of their own,
 *
 * A VECTOR is what a row of a feature matrix amounts to, with a one opposite the other side's bias, so
 * that a dot product includes both biases:
 *
 *   item           | v0 … v(d-1) |  1  | bias | 0 … |
 *   user           | v0 … v(d-1) | bias |  1  | 0 … |
 *
 * Beside each table of values stands one of squared-gradient sums, and for adadelta one of momenta,
 * of the same shape. Columns that hold no parameter have an infinite sum: their rate is zero, they
 * never move, and they add nothing to the average rate that lazy regularisation needs.
 *
 * The PLAN is one block of fields that tells an epoch all it needs; every thread has its own.
 * Pointers are u32 byte addresses.
 *
 *   0                 160              224              288
 *   | run | sampler … | SIDE of users  | SIDE of items  |
 */

/** u32[interactions]: the order in which an epoch visits the interactions. */
export const PLAN_ORDER = 0;
/** u32[interactions] */
export const PLAN_USER_IDS = 4;
/** u32[interactions] */
export const PLAN_ITEM_IDS = 8;
/** u8[interactions]: 1 where the interaction's value is positive. */
export const PLAN_LIKED = 12;
/** f32[interactions], or 0 where every weight is one. */
export const PLAN_WEIGHTS = 16;
/** u32: how many items BPR's negatives are drawn from; u32[…]: those items, the liked as often as they are. */
export const PLAN_POOL_SIZE = 20;
export const PLAN_POOL = 116;
/** u32[users + 1], u32[…] ascending within a row: every item a user has a stored interaction with. */
export const PLAN_KNOWN_INDPTR = 24;
export const PLAN_KNOWN_INDICES = 28;
/** A bit for each hash of a known pair; a clear bit proves that a pair is not known. */
export const PLAN_KNOWN_FILTER = 32;
/** u32: 32 minus the binary logarithm of the filter's bits. */
export const PLAN_KNOWN_SHIFT = 36;
/** u32: bytes of a row of a table, and number of components. */
export const PLAN_ROW_BYTES = 40;
export const PLAN_COMPONENTS = 44;
/** u32: 0 adagrad, 1 adadelta. */
export const PLAN_ADADELTA = 48;
/** f32 */
export const PLAN_LEARNING_RATE = 52;
export const PLAN_RHO = 56;
export const PLAN_EPSILON = 60;
/** u32: WARP's and WARP-kos' limits. */
export const PLAN_MAX_SAMPLED = 64;
export const PLAN_K = 68;
export const PLAN_N = 72;
/** f32[maxSampled + 1]: the rank weight by the number of draws. */
export const PLAN_RANK_WEIGHTS = 76;
/** Three vectors: of the user, the positive and the negative item. */
export const PLAN_USER_VECTOR = 80;
export const PLAN_POSITIVE_VECTOR = 84;
export const PLAN_NEGATIVE_VECTOR = 88;
/** (u32 item, f32 score)[n]: WARP-kos' sampled positives. */
export const PLAN_SAMPLED_POSITIVES = 92;
/** u32: the sampler's state; the item it took last. */
export const PLAN_SAMPLER_STATE = 96;
export const PLAN_NEGATIVE = 100;
/** (f32 product, u32 search)[item features]: each feature's product with the user's vector, and the search it is of. */
export const PLAN_PRODUCTS = 120;
/** u32: the number of the search for a negative that is under way. */
export const PLAN_SEARCH = 124;
/** f64: loss summed over the interactions learnt from; u32: their number. */
export const PLAN_LOSS = 104;
export const PLAN_LEARNT = 112;
/** u32[users + 1], u32[…]: each user's dislikes, where they are to serve as negatives; otherwise 0. */
export const PLAN_DISLIKED_INDPTR = 128;
export const PLAN_DISLIKED_INDICES = 132;
export const PLAN_USERS = 160;
export const PLAN_ITEMS = 224;
export const PLAN_BYTES = 288;

/** u32: rows of the feature matrix; rows of the table. */
export const SIDE_ROWS = 0;
export const SIDE_FEATURES = 4;
/** u32[rows + 1], u32[…], f32[…]: the feature matrix; all 0 where it is the identity. */
export const SIDE_INDPTR = 8;
export const SIDE_INDICES = 12;
export const SIDE_WEIGHTS = 16;
/** The tables; the momenta are 0 under adagrad. */
export const SIDE_VALUES = 20;
export const SIDE_SUMS = 24;
export const SIDE_MOMENTA = 28;
/** f64: representations are read multiplied by this; it grows by lazy regularisation. */
export const SIDE_SCALE = 32;
/** f32: L2 penalty. */
export const SIDE_ALPHA = 40;
/** u32: byte offset in a row of this side's bias, and of the one that meets the other side's bias. */
export const SIDE_BIAS = 44;
export const SIDE_ONE = 48;
/** u32: 1 holds this side still, as folding in does. */
export const SIDE_FROZEN = 52;
export const SIDE_BYTES = 64;
