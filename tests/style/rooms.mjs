// The rooms of the house and what each may include: rooms that come before it, never one that comes after.

const below = (folder, names) => names.map((name) => `${folder}/${name}`);

// Within core each room may include those before it.
const core = below("core", ["base", "json", "catalogue", "pricing", "advice", "link", "history", "request", "document"]);
const core_rooms = {
  "core/base": ["core/base"],
  "core/json": ["core/json", "core/base"],
  "core/catalogue": ["core/catalogue", "core/json", "core/base"],
  "core/pricing": ["core/pricing", "core/catalogue", "core/json", "core/base"],
  "core/advice": ["core/advice", "core/pricing", "core/catalogue", "core/json", "core/base"],
  "core/link": ["core/link", "core/advice", "core/pricing", "core/catalogue", "core/json", "core/base"],
  "core/history": ["core/history", "core/json", "core/base"],
  "core/request": ["core/request", "core/pricing", "core/catalogue", "core/json", "core/base"],
  "core/document": ["core/document", "core/request", "core/pricing", "core/catalogue", "core/json", "core/base"],
};

// Texts by language, and what program and endpoint write with them.
const written = ["documents", "templates", "languages"];

// Within the endpoint, too: HTTP knows nothing of requests, and a request is stored before anyone is notified.
const endpoint_rooms = {
  "endpoint/base": ["endpoint/base"],
  "endpoint/http": ["endpoint/http", "endpoint/base"],
  "endpoint/site": ["endpoint/site", "endpoint/http", "endpoint/base"],
  "endpoint/store": ["endpoint/store", "endpoint/http", "endpoint/base"],
  "endpoint/requests": ["endpoint/requests", "endpoint/store", "endpoint/http", "endpoint/base"],
  "endpoint/notify": ["endpoint/notify", "endpoint/store", "endpoint/http", "endpoint/base"],
};
const endpoint = Object.keys(endpoint_rooms);

// The folders of ui/screens know nothing of each other; what they share is in ui/screens itself or in ui.
const screen_folders = below("ui/screens", ["needs", "answer", "compare", "explain", "request", "desk"]);
const below_screens = ["ui/screens", "ui/widgets", "ui/state", "ui/semantics", "ui", "languages", ...core];

// Room → rooms it may include, itself among them. The longest name that fits a file decides.
export const rooms = {
  ...core_rooms,
  languages: ["languages", "core/base"],
  templates: ["templates", "languages", ...core],
  documents: ["documents", "templates", "languages", ...core],
  "ui/semantics": ["ui/semantics", ...core],
  "ui/state": ["ui/state", "languages", ...core],
  "ui/widgets": ["ui/widgets", "ui/state", "ui/semantics", "ui", "languages", ...core],
  "ui/screens": [...screen_folders, ...below_screens],
  ...Object.fromEntries(screen_folders.map((folder) => [folder, [folder, ...below_screens]])),
  // The desk asks for needs as the portal does.
  "ui/screens/desk": ["ui/screens/desk", "ui/screens/needs", "ui/desk", "documents", "templates", ...below_screens],
  "ui/desk": ["ui/desk", "ui/screens/desk", "ui", "ui/state", "ui/semantics", "ui/widgets", "ui/screens", "languages", ...core],
  ui: ["ui", "ui/state", "ui/semantics", "ui/widgets", "ui/screens", "languages", ...core],
  wasm: ["wasm", "ui", "ui/desk", "ui/state", "ui/semantics", "documents", "templates", "languages", ...core],
  ...Object.fromEntries(Object.entries(endpoint_rooms).map(([room, allowed]) => [room, [...allowed, ...written, ...core]])),
  endpoint: ["endpoint", ...endpoint, ...written, ...core],
  cli: ["cli", "endpoint", ...endpoint, ...written, ...core],
  "tests/main": ["tests/main"],
  "tests/core": ["tests/core", "tests/languages", ...core, "languages"],
  "tests/ui": ["tests/ui", "tests/languages", "ui", "ui/state", "ui/semantics", "ui/widgets", "ui/screens", ...screen_folders, "ui/desk", "languages", ...core],
  "tests/endpoint": ["tests/endpoint", "tests/languages", "endpoint", ...endpoint, ...written, ...core],
  "tests/documents": ["tests/documents", "tests/languages", ...written, ...core],
  "tests/templates": ["tests/templates", "tests/languages", "templates", "languages", ...core],
  "tests/languages": ["tests/languages", "languages", ...core],
  "tests/cli": ["tests/cli", "tests/languages", "cli", "endpoint", ...endpoint, ...written, ...core],
  "tests/fuzz": ["tests/fuzz", "tests/languages", "languages", ...core],
  "tests/bench": ["tests/bench", "tests/languages", "tests/ui", "ui", "ui/state", ...core],
  cmake: [],
};

// Includes against these rules that are still there. A line that is no longer needed fails the test: take it out.
export const exceptions = [];

export function room_of(file) {
  const fitting = Object.keys(rooms).filter((room) => file.startsWith(`${room}/`));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

// Header (of others) → the rooms that may include it.
export const kept_headers = [
  { what: "Dear ImGui", pattern: /^(imgui|imstb)/, rooms: ["ui", "ui/widgets", "wasm", "tests/ui"] },
  { what: "Emscripten and its browser headers", pattern: /^(emscripten|GLES|EGL|webgl)/, rooms: ["wasm"] },
  { what: "the library of the command line", pattern: /^CLI\//, rooms: ["cli"] },
  { what: "the HTTP library", pattern: /^boost\//, rooms: ["endpoint/http"] },
  {
    what: "the test library",
    pattern: /^doctest/,
    rooms: ["tests/main", "tests/core", "tests/documents", "tests/ui", "tests/endpoint", "tests/cli", "tests/bench"],
  },
];

// What a pure room may not include: input and output, clock, locale, threads, chance.
export const impure_headers = new RegExp(
  "^(" +
    "c?stdio(\\.h)?|iostream|istream|ostream|fstream|sstream|iomanip|streambuf|syncstream|spanstream|filesystem|" +
    "unistd\\.h|fcntl\\.h|sys/.*|c?time(\\.h)?|c?locale(\\.h)?|codecvt|regex|" +
    "thread|mutex|shared_mutex|condition_variable|future|atomic|random|c?signal(\\.h)?" +
    ")$",
);

// Impure headers that are still there, as "file header"; a test fails when one is no longer needed.
export const impure_exceptions = [];

// What else shows that a function is not pure, or that it throws. Calendar types of <chrono> are pure, its clocks and
// time zones are not.
export const impure_words =
  /\b((system|steady|high_resolution|utc|tai|gps|file)_clock|current_zone|locate_zone|zoned_time|tzdb|time_zone|getenv|setlocale|localeconv|std::c(out|err|in|log)|printf|fopen|rand|srand|thread_local)\b/;
export const throwing_words = /\b(throw|try|catch|dynamic_cast|typeid)\b/;
export const browser_words = /\b(__EMSCRIPTEN__|EM_JS|EM_ASM\w*|EMSCRIPTEN_\w+|__wasm\w*)\b/;
