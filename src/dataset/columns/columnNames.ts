import { fold } from "../cells/fold.ts";
import { NAMES, words } from "./knownNames.ts";
import type { Role } from "./TableForm.ts";

/** Columns of items whose words say what an item is like, and are too many to be learnt as genres are. */
const OF_TAGS = new Set(
  words(
    "tags tag keywords keyword plotkeywords directors director writers writer screenwriters cast actors actor starring authors author artists languages language spokenlanguages originallanguage countries country productioncountries productioncompanies companies studios studio publishers publisher developers developer designers mechanics mechanic subjects topics themes theme moods mood",
  ),
);

/** What people and things are called before what tells that a column holds their ids or names: "USER_MD5", "prod_name". */
const KEY = "(?:id|ids|idx|index|key|no|num|nr|hash|md5|uid|uuid|guid|code|codigo|token|ref|sn|encoded)";
const ADDRESS = "(?:email|mail|emailaddress)";
/** People and things in other languages, as databases have them: "cliente_email", "cancion_id", "id_cancion". */
const PEOPLE =
  "usuario|cliente|utilisateur|utente|benutzer|nutzer|kunde|gebruiker|uzytkownik|pengguna|internaute";
const THINGS =
  "pelicula|filme|libro|livro|livre|buch|boek|cancion|musica|chanson|juego|jogo|jeu|spiel|producto|produto|produit|prodotto|produkt|articulo|artigo|artikel|receta|receita|restaurante|obra|oeuvre|curso|anime|dish|drink|restro";
const KEYS: readonly (readonly [Role, RegExp])[] = [
  [
    "user",
    new RegExp(
      `^(?:(?:${PEOPLE})(?:${KEY}|${ADDRESS})|(?:id|codigo)(?:${PEOPLE})|(?:user|reviewer|rater|customer|member|client|viewer|person|voter)${ADDRESS}|(?:user|reviewer|customer|cust|member|rater|critic|visitor|person|client|subscriber|viewer|account|acct|friend|watcher|guest|fri)s?${KEY}|(?:user|reviewer|customer|member|rater|critic|person|viewer|friend|watcher|guest|participant|respondent)s?name)$`,
    ),
  ],
  [
    "item",
    new RegExp(
      `^(?:(?:movie|film|item|product|prod|content|asset|programme?|book|game|song|track|artist|article|recipe|beer|wine|whisky|coffee|hotel|place|venue|course|podcast|perfume|${THINGS})${KEY}|(?:id|codigo)(?:${THINGS}))$`,
    ),
  ],
  [
    "title",
    new RegExp(
      `^(?:(?:watch|wish|play)?(?:list)?(?:movie|film|item|product|prod|book|game|song|track|article|anime|recipe|beer|app|wine|whisky|coffee|hotel|restaurant|place|venue|course|podcast|perfume)(?:name|title)|(?:${THINGS})(?:name|titel|title|titre|titolo|titulo))$`,
    ),
  ],
  ["year", /^(?:movie|film|item|product|book|game|song|track|anime|wine|published|premiere)year$/],
];
/** How a column of ratings says what they are out of: "Score /5", "Rating (1-10)". */
const SCALE =
  /[\s_([]+(?:out\s?of|of|from|von|sur|de|su|z|из|\/|-?\d+\s*(?:-|–|to|\.{2,3}))\s*(3|4|6|7|8|9|12|15|25|30|40|50|60|80|1000)\s*(?:stars?|points?|★)?[)\]]*\s*$|[\s_([]*(?:out\s?of|of|from|von|sur|de|su|z|из|\/|-?\d+\s*(?:-|–|to|\.{2,3}))?\s*(5|10|20|100)\s*(?:stars?|points?|★)?[)\]]*\s*$/i;

const FILLERS = new Set(
  words(
    "id ids identifiant identifier identificador identificativo kennung code codigo codice de du des del della da do dos der die das le la les l el il o a the of",
  ),
);

/** A name that is no more than what is given: "★", "⭐ / 5". */
const STARS = /^\s*[★⭐☆✩]\ufe0f?\s*(?:\/\s*5)?\s*$/u;

/** What was played or listened to, counted: the more the better, without an end of the scale. */
const COUNTS = new Set(
  words(
    "hours hoursplayed playtime playtimeforever hoursonrecord playcount plays listencount listens count weight times stunden spielstunden spielzeit heures heuresdejeu horas horasjugadas ore godziny uren wiedergaben ecoutes reproducciones reproducoes ascolti odtworzenia прослушивания 播放次数 再生回数 часы 时长 游戏时长",
  ),
);

/** Names of what is measured, counted or classified, or is a part of a date: no column of these holds ratings. */
const NO_RATING =
  /(?:id|idx|code|type|price|prices|cost|amount|betrag|preis|umsatz|saldo|montant|prix|importe|precio|importo|prezzo|qty|quantity|menge|anzahl|total|sales|salesvalue|revenue|discount|position|pos|step|order|rank|index|channel|category|cat|brand|department|aisle|store|zip|zipcode|version|size|length|duration|runtime|pages|lat|latitude|lon|lng|longitude|year|month|week|weekday|day|dow|hour|minute|second|age|temp|temperature|rain|reordered|difficulty|complexity|level|severity|urgency|rarity|estimate|spiciness|strength|speed|schwierigkeit|dificultad|difficulte|dificuldade|difficolta|trudnosc|accuracy|precision|recall|f1|auc|loss|rmse|mae)$/;

/** Whether a column that is called so holds no ratings, whatever its numbers look like. */
export function saysNoRating(name: string): boolean {
  return NO_RATING.test(plainName(name));
}

/** Names of where, when and how many: nobody's, and nothing's. */
const NEITHER =
  /(?:location|latitude|longitude|country|region|state|county|district|year|month|week|weekday|day|hour|cases|deaths|total|count|amount|type|category|status|label|class|outcome|tipo|platform|console|publisher|developer|director|studio|language|genre|brand|cinema|format|device|medium|service|prices?|precio|preco|prix|prezzo|preis|cost|anio|ano|annee|jahr|league|role|party|foot|message|comment)$/;

/** Whether a column holds what somebody wrote about a thing, which is not a title of it. */
export function isRemark(name: string): boolean {
  return /(?:comments?|comentarios?|commentaire|kommentar|reviews?|text|message|reason|feedback|opinion|summary|notes?|body)$/.test(
    plainName(name),
  );
}

/** Things and their kinds: whoever rated is called otherwise. */
const THING =
  /^(?:id)?(?:dish|dishes|category|categories|genre|feature|series|show|movie|film|book|game|song|track|artist|album|product|item|recipe|ingredient|vehicle|vehiculo|car|tag|keyword|word|term|restro|restaurant|hotel|place|venue|course|model|modelo|metric|metrica|country|city|spot|director|actor|order|invoice|preference|chiso)s?(?:id|no|nr|key|code|slug|name|make|models?|type|brand)?$/;

/** "master_metadata_track_name" */
const OF_MEDIA = /(?:track|song|album|artist|episode)(?:name|title|uri|url)$/;

/** Whether a column is called as things and their kinds are, so that it says nothing of who rated. */
export function isOfThings(name: string): boolean {
  return THING.test(plainName(name)) || OF_MEDIA.test(plainName(name));
}

/** Whether a column that is called so says neither who nor what. */
export function saysNeither(name: string): boolean {
  return NEITHER.test(plainName(name));
}

/** Whether a column is called as those of accounts are, whose rows are payments. */
export function isMoney(name: string): boolean {
  return /^(?:betrag|saldo|solde|montant|importe|importo|amount|balance|debit|credit|soll|haben|umsatz)/.test(
    plainName(name),
  );
}

/** Whether a name says no more than a letter of what its ids are of: "uid" is said of users only. */
export function mayBeAnybodys(name: string): boolean {
  return /^(?!uid)[a-z]id$/.test(plainName(name));
}

/** Columns of what everybody thinks of a thing: how many there are of them, and what they think on average. */
const OF_MANY =
  /^(?:members|popularity|scoredby|(?:imdb|num|nb|numberof|total)?votes|votes?counts?|votes?average|(?:num|nb|numberof|total)(?:ratings|reviews|users)|(?:ratings?|reviews?)count|(?:average|avg)rating|averagescore|(?:num(?:ero)?(?:de)?)?vot(?:os|i|antes|anti)|nombredevotes|(?:nb|nombrede)notes|(?:anzahl(?:der)?)(?:bewertungen|stimmen|reviews)|liczba(?:glosow|ocen)|количествоголосов|числооценок|голосов|评价人数|評価数)$/;

/** Whether a column says of a thing what everybody thinks of it: a rating beside it is an average. */
export function isOfMany(name: string): boolean {
  return OF_MANY.test(plainName(name));
}

/** Columns and rows behind the ratings that sum these up. */
const SUMMARY =
  /^(?:grand|overall|(?:user|movie|film|item|critic|reviewer|book|game|person|row|column)s?)?(?:average|avg|mean|median|total|sum|count|outof|maximum|maxpoints|maxscore|numratings|durchschnitt|schnitt|mittelwert|summe|gesamt|gesamtergebnis|gesamtsumme|moyenne|somme|totalgeneral|promedio|media|suma|razem|srednia|totale|totaal|gemiddelde|snitt|среднее|итого|всего|平均|合計|合计|总计|평균|합계)(?:rating|score|ratings|note|bewertung)?$/;

/** Whether a column or a row that is called so sums up the others. */
export function isSummary(name: string): boolean {
  // "Total: 10"
  return name.length < 30 && SUMMARY.test(plainName(name.replace(/\s*[:=]\s*[\d.,]+\s*$/, "")));
}

/** The place of the column that is called as a role's columns usually are; -1 where there is none. */
export function namedColumn(names: readonly string[], role: Role): number {
  const plain = names.map(plainName);
  const ranks = plain.map((name) => rankOf(role, name) ?? Number.POSITIVE_INFINITY);
  const first = ranks.reduce((least, rank) => Math.min(least, rank), Number.POSITIVE_INFINITY);
  if (Number.isFinite(first)) return ranks.indexOf(first);
  const key = KEYS.find(([keyed]) => keyed === role)?.[1];
  const keyed = key ? plain.findIndex((name) => key.test(name)) : -1;
  if (keyed >= 0) return keyed;
  for (const tidy of TIDY[role] ?? []) {
    const place = names.findIndex((name) => isNameOf(role, tidy(name)));
    if (place >= 0) return place;
  }
  return -1;
}

/** What the name of a column says that its ratings are out of: 5 in "Score /5"; null where it says nothing. */
export function scaleNamed(name: string): number | null {
  // Throws of a die, in Norway and Denmark; Kitsu's half points of ten.
  if (plainName(name) === "terningkast") return 6;
  if (plainName(name) === "ratingtwenty") return 20;
  const [, odd, usual] = SCALE.exec(name) ?? [];
  const scale = odd ?? usual;
  return scale === undefined ? null : Number(scale);
}

/** The names of each role, and how early each stands among them. */
const RANKS = new Map<Role, ReadonlyMap<string, number>>(
  NAMES.map(([role, names]) => [role, new Map(names.map((name, rank) => [name, rank]))]),
);

function rankOf(role: Role, plain: string): number | undefined {
  return RANKS.get(role)?.get(plain);
}

function isNameOf(role: Role, plain: string): boolean {
  return rankOf(role, plain) !== undefined;
}

/** How the names of a role are left with what tells it; "" where there is nothing to leave out. */
const TIDY: Partial<Record<Role, readonly ((name: string) => string)[]>> = {
  user: [withoutFillers, userOfOwner],
  item: [withoutFillers, withoutOwner],
  rating: [withoutScale, ratingOfOwner],
  timestamp: [withoutOwner],
  title: [withoutNote, withoutLanguage, nameOfThing],
  year: [withoutNote, lastPart],
};

/** A part of a name; nothing where it has none like this. */
function foundIn(name: string, pattern: RegExp): string {
  return plainName(pattern.exec(name)?.[1] ?? "");
}

/** "Movie (Year)", "Title (English)" */
function withoutNote(name: string): string {
  const bare = foundIn(name, /^(.*\S)\s*\([^)]*\)\s*$/);
  return /^(?:movie|film)s?$/.test(bare) ? "title" : bare;
}

/** "Movie_Name_EN", "title_english" */
function withoutLanguage(name: string): string {
  return foundIn(
    name,
    /^(.+)[\s_.-](?:en|eng|english|fr|de|es|it|pt|ru|ja|jp|cn|zh|ko|kr|orig|original|romaji|main)$/i,
  );
}

/** "releaseYear.year", in JSON */
function lastPart(name: string): string {
  return foundIn(name, /\.([^.]+)$/);
}

/** "Identifiant de l'utilisateur" is who. */
function withoutFillers(name: string): string {
  return plainName(tellingOf(name).join(""));
}

/** "reviews.username", "rating_postid": where a review is told of, each of its columns may say so. */
function withoutOwner(name: string): string {
  return foundIn(
    name,
    /^(?:(?:reviews?|ratings?|votes?)[._]|(?:author(?:_?details)?|reviewer|creator|profile)\.)(.+)$/i,
  );
}

/** "reviews.username"; "rating_user" is what a user gave */
function userOfOwner(name: string): string {
  const bare = withoutOwner(name);
  return bare === "user" ? "" : bare;
}

/** "reviews.rating", and no "rating_count" */
function ratingOfOwner(name: string): string {
  const bare = withoutOwner(name);
  return /^(?:rating|score|stars?|value|points)$/.test(bare) ? bare : "";
}

/** "Name of the movie" */
function nameOfThing(name: string): string {
  const words = tellingOf(name).map(plainName);
  const isName = words.length === 2 && isNameOf("title", words[0]) && isNameOf("item", words[1]);
  return isName ? "title" : "";
}

function tellingOf(name: string): string[] {
  return name.split(/[^\p{L}\p{N}]/u).filter((word) => word !== "" && !FILLERS.has(fold(word)));
}

function withoutScale(name: string): string {
  // Of "ratings_1" to "ratings_5", each says how many gave so much.
  return /^ratings_\d+$/i.test(name) ? "" : plainName(name.replace(SCALE, ""));
}

/** The role whose columns are called so; null where it is none. */
export function roleNamed(name: string): Role | null {
  const plain = plainName(name);
  const known = NAMES.find(([role]) => isNameOf(role, plain)) ?? KEYS.find(([, key]) => key.test(plain));
  return known?.[0] ?? (namedColumn([name], "rating") === 0 ? "rating" : null);
}

/** Whether any role's columns are called so. */
export function isKnownName(name: string): boolean {
  return roleNamed(name) !== null;
}

/** Whether a column of items is one of tags, directors, keywords and the like. */
export function isOfTags(name: string): boolean {
  return OF_TAGS.has(plainName(name));
}

export function isId(name: string): boolean {
  return /^id$/i.test(name.trim());
}

/** Whether a column holds counts, such as plays, and no ratings. */
export function isCount(name: string): boolean {
  return COUNTS.has(plainName(name));
}

/** A column's name without case, accents, spaces, signs and the type that RecBole puts behind it. */
export function plainName(name: string): string {
  // Most names and ids need no more, and each cell of a beginning is asked.
  if (/^[A-Za-z0-9]*$/.test(name)) return name.toLowerCase();
  if (STARS.test(name)) return "stars";
  return fold(name.replace(/:(?:token|float)(?:_seq)?$/, "")).replace(/[^\p{L}\p{N}]/gu, "");
}
