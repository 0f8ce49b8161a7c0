/** What may be shown of mail HTML, and how its tags follow one another. */
const global = ["style", "dir", "lang", "align"];
const cell = ["colspan", "rowspan", "valign", "width", "height", "bgcolor", "nowrap"];

const plain = (
  "abbr address article aside b bdi bdo big blockquote br caption center cite code dd del details dfn div dl dt em " +
  "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd main mark nav p pre q s samp section small span strike " +
  "strong sub summary sup tbody tfoot thead time tt u var wbr"
).split(" ");

const own: Record<string, string[]> = {
  a: ["href"],
  img: ["src", "alt", "width", "height", "border"],
  font: ["color", "face", "size"],
  table: ["border", "cellpadding", "cellspacing", "width", "height", "bgcolor"],
  tr: ["valign", "bgcolor", "height"],
  td: cell,
  th: cell,
  col: ["span", "width"],
  colgroup: ["span", "width"],
  ol: ["start", "type", "reversed"],
  ul: ["type"],
  li: ["value", "type"],
};

const allowed = new Map<string, ReadonlySet<string>>([
  ...plain.map((tag) => [tag, new Set(global)] as const),
  ...Object.entries(own).map(([tag, names]) => [tag, new Set([...global, ...names])] as const),
]);
const none: ReadonlySet<string> = new Set();

/** The attributes that a tag may keep; none at all when the tag itself may not stay. */
export const allowedAttributes = (tag: string): ReadonlySet<string> => allowed.get(tag) ?? none;

export const voidTags: ReadonlySet<string> = new Set("br col hr img wbr".split(" "));

/** Their content is for programs, or for browsers of another age. */
export const silentTags: ReadonlySet<string> = new Set(
  "script style noscript title template applet object iframe noembed noframes".split(" "),
);

const blocks =
  "address article aside blockquote center details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol " +
  "p pre section table ul li dt dd td th tr tbody thead tfoot";
const rows = "tr tbody thead tfoot";
const endings = new Map(
  Object.entries({
    p: blocks,
    li: "li",
    dt: "dt dd",
    dd: "dt dd",
    td: `td th ${rows}`,
    th: `td th ${rows}`,
    tr: rows,
    tbody: "tbody thead tfoot",
    thead: "tbody thead tfoot",
    tfoot: "tbody thead tfoot",
    caption: `colgroup col ${rows}`,
    colgroup: rows,
  }).map(([tag, enders]) => [tag, new Set(enders.split(" "))] as const),
);

/** Whether an open element ends, unsaid, where this one begins. */
export const closedBy = (open: string, next: string): boolean => endings.get(open)?.has(next) ?? false;

const tableParts = new Set("table caption colgroup tbody thead tfoot tr td th".split(" "));

/** A stray end tag inside a table does not close what is open around the table. */
export const isScope = (open: string, closing: string): boolean =>
  open === "table" ? closing !== "table" : tableParts.has(open) && !tableParts.has(closing);
