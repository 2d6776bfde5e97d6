// The rooms of the house and what each may include. An arrow that is not here is turned round.

// The folders of ui/screens know nothing of each other; what they share is in ui/screens itself or in ui.
const screen_folders = ["needs", "answer", "compare", "explain", "request"].map((name) => `ui/screens/${name}`);
const below_screens = ["ui/screens", "ui/widgets", "ui/state", "ui/semantics", "ui", "core"];

// Room → rooms it may include, itself among them. The longest name that fits a file decides.
export const rooms = {
  core: ["core"],
  "ui/semantics": ["ui/semantics", "core"],
  "ui/state": ["ui/state", "core"],
  "ui/widgets": ["ui/widgets", "ui/state", "ui/semantics", "ui", "core"],
  "ui/screens": [...screen_folders, ...below_screens],
  ...Object.fromEntries(screen_folders.map((folder) => [folder, [folder, ...below_screens]])),
  ui: ["ui", "ui/state", "ui/semantics", "ui/widgets", "ui/screens", "core"],
  wasm: ["wasm", "ui", "ui/state", "ui/semantics", "core"],
  endpoint: ["endpoint", "core"],
  cli: ["cli", "endpoint", "core"],
  "tests/core": ["tests/core", "core"],
  "tests/ui": ["tests/ui", "ui", "ui/state", "ui/semantics", "ui/widgets", "ui/screens", ...screen_folders, "core"],
  "tests/endpoint": ["tests/endpoint", "endpoint", "core"],
  "tests/cli": ["tests/cli", "cli", "endpoint", "core"],
  "tests/fuzz": ["tests/fuzz", "core"],
  "tests/bench": ["tests/bench", "tests/ui", "ui", "ui/state", "core"],
  cmake: [],
};

export function room_of(file) {
  const fitting = Object.keys(rooms).filter((room) => file.startsWith(`${room}/`));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

// Header (of others) → the rooms that may include it.
export const kept_headers = [
  { what: "Dear ImGui", pattern: /^(imgui|imstb)/, rooms: ["ui", "ui/widgets", "wasm", "tests/ui"] },
  { what: "Emscripten and its browser headers", pattern: /^(emscripten|GLES|EGL|webgl)/, rooms: ["wasm"] },
  { what: "the library of the command line", pattern: /^CLI\//, rooms: ["cli"] },
  { what: "the HTTP library", pattern: /^microhttpd/, rooms: ["endpoint"] },
  {
    what: "the test library",
    pattern: /^doctest/,
    rooms: ["tests/core", "tests/ui", "tests/endpoint", "tests/cli", "tests/bench"],
  },
];

// What a pure room may not include: input and output, clock, locale, threads, chance.
export const impure_headers = new RegExp(
  "^(" +
    "c?stdio(\\.h)?|iostream|istream|ostream|fstream|sstream|iomanip|streambuf|syncstream|spanstream|filesystem|" +
    "unistd\\.h|fcntl\\.h|sys/.*|chrono|c?time(\\.h)?|c?locale(\\.h)?|codecvt|regex|" +
    "thread|mutex|shared_mutex|condition_variable|future|atomic|random|c?signal(\\.h)?" +
    ")$",
);

// What else gives a program away that is not pure, or throws.
export const impure_words = /\b(getenv|setlocale|localeconv|std::c(out|err|in|log)|printf|fopen|rand|srand|thread_local)\b/;
export const throwing_words = /\b(throw|try|catch|dynamic_cast|typeid)\b/;
export const browser_words = /\b(__EMSCRIPTEN__|EM_JS|EM_ASM\w*|EMSCRIPTEN_\w+|__wasm\w*)\b/;
