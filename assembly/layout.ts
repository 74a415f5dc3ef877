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
 *   0                 128              192              256           320
 *   | run | sampler … | SIDE of users  | SIDE of items  | loss, part … |
 *
 * An epoch visits the interactions as they lie, so that to shuffle is to move them. A VISIT is two u32: the
 * user, and the item with LIKED added where the interaction's value is positive.
 *
 * A PACKED row tells an item's features in 16 bytes where they are one of its own, which is kept beside, and a
 * few that many items share, all of one weight. Shared features are numbered from 1.
 *
 *   0            4          5               16
 *   | f32 weight | u8 count | u8 shared[11] |
 */

/**
 * Visits that are shuffled among themselves. Of more visits, which lie by users, these are of users whose rows stay in the
 * cache meanwhile (`docs/big-files.md`).
 */
export const SHUFFLED_TOGETHER = 131072;

export const LIKED = 0x80000000;

export const PACKED_COUNT = 4;
export const PACKED_SHARED = 5;
export const PACKED_MOST = 11;
export const PACKED_BYTES = 16;

/** VISIT[…]: those of all threads. Of WARP and BPR, which learn nothing from a dislike, likes alone. */
export const PLAN_VISITS = 0;
/** f32[…] in the order of the visits, or 0 if every weight is one. */
export const PLAN_WEIGHTS = 4;
/** u32: how many items BPR's negatives are drawn from; u32[…]: those items, the liked as often as they are. */
export const PLAN_POOL_SIZE = 8;
export const PLAN_POOL = 12;
/**
 * u32[users + 1], u32[…] ascending within a row: every item a user has a stored interaction with; 0 where
 * bits tell it and the loss does not draw from it.
 */
export const PLAN_KNOWN_INDPTR = 16;
export const PLAN_KNOWN_INDICES = 20;
/** A bit for each pair of a user and an item, set where it is known; 0 if that would take too much memory. */
export const PLAN_KNOWN_BITS = 24;
/** u32: bytes of a user's bits. */
export const PLAN_KNOWN_STRIDE = 28;
/** u32[users + 1], u32[…]: each user's dislikes, where they are to serve as negatives; otherwise 0. */
export const PLAN_DISLIKED_INDPTR = 32;
export const PLAN_DISLIKED_INDICES = 36;
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
/** Two vectors: of the user; of the item, or the negative's less the positive's. */
export const PLAN_USER_VECTOR = 80;
export const PLAN_ITEM_VECTOR = 84;
/** (u32 item, f32 score)[n]: WARP-kos' sampled positives. */
export const PLAN_SAMPLED_POSITIVES = 88;
/** u32: the sampler's state; the item it took last. */
export const PLAN_SAMPLER_STATE = 92;
export const PLAN_NEGATIVE = 96;
/** u32: the number of items is divided by through multiplying with the one and shifting by the other. */
export const PLAN_RECIPROCAL = 100;
export const PLAN_RECIPROCAL_SHIFT = 104;
/**
 * u32[3][AHEAD]: numbers that the sampler has drawn ahead, the items that they fall on, and where PLAN_OWN tells
 * them, the items' own features.
 */
export const AHEAD = 256;
export const PLAN_DRAWN = 108;
/** u32: the place of the next of them; how many there are. */
export const PLAN_NEXT = 268;
export const PLAN_DRAWN_COUNT = 272;
/**
 * PACKED[items], u32[items]: the items' packed features, and the own one of each; or 0. The own ones are 0 too where
 * each is the feature of the item's number: looking them up would cost up to a twentieth of the time of a visit.
 */
export const PLAN_PACKED = 112;
export const PLAN_OWN = 276;
/** f32[…]: the product of each row of this thread's copies with the user's vector; u32: how many, in fours. */
export const PLAN_PRODUCTS = 124;
export const PLAN_SHARED_ROWS = 120;
export const PLAN_USERS = 128;
export const PLAN_ITEMS = 192;
/** f64: loss summed over the interactions learnt from; u32: their number. */
export const PLAN_LOSS = 256;
export const PLAN_LEARNT = 264;
/** u32: the visits that this plan's thread shuffles: the first, and the one behind the last. */
export const PLAN_FROM = 280;
export const PLAN_TO = 284;
/** u64: what they are to be shuffled by; 0 if they stay as they lie. */
export const PLAN_SHUFFLE_SEED = 288;
/**
 * u32[…]: the shared item features, of which each thread learns on copies; u32: how many. Behind all features,
 * the items' tables hold the copies: for each thread a row of zeros that never moves, which is the row
 * PLAN_COPIES, then the copy of each shared feature by its number.
 */
export const PLAN_COPIED = 296;
export const PLAN_COPIED_COUNT = 300;
export const PLAN_COPIES = 304;
/** f32[…]: the copied rows of each table as they were at the last exchange. */
export const PLAN_COPY_BASES = 308;
export const PLAN_BYTES = 320;

/** u32: rows of the feature matrix; rows of the table. */
export const SIDE_ROWS = 0;
export const SIDE_FEATURES = 4;
/**
 * u32[rows + 1], (u32 feature, f32 weight)[…]: the feature matrix, and behind its last entry one of weight
 * zero; both 0 if it is the identity.
 */
export const SIDE_INDPTR = 8;
export const SIDE_ENTRIES = 12;
/** The tables; the momenta are 0 under adagrad. */
export const SIDE_VALUES = 16;
export const SIDE_SUMS = 20;
export const SIDE_MOMENTA = 24;
/** f32: L2 penalty. */
export const SIDE_ALPHA = 28;
/** f64: representations are read multiplied by this; it grows by lazy regularisation. */
export const SIDE_SCALE = 32;
/** u32: byte offset in a row of this side's bias, and of the one that meets the other side's bias. */
export const SIDE_BIAS = 40;
export const SIDE_ONE = 44;
/** u32: 1 holds this side still, as folding in does. */
export const SIDE_FROZEN = 48;
export const SIDE_BYTES = 64;
