// Rebuilds declare/static/vendor/ byte for byte: `npm ci --ignore-scripts && npm run build`. Not needed to run or test.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "..", "..", "node_modules");
const source = join(here, "src");
const built = join(here, "vendor");

const version = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
const library = (name) => readFileSync(join(modules, name), "utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
const put = (name, text) => writeFileSync(join(built, name), text);
const digest = (name) => createHash("sha256").update(readFileSync(join(built, name))).digest("hex");

rmSync(built, { recursive: true, force: true });
mkdirSync(built);

const { css } = sass.compile(join(source, "site.scss"), {
  style: "compressed", loadPaths: [modules], quietDeps: true, charset: false,
});
put("site.css", `${css}\n`);
for (const script of ["page.js", "passkey.js"]) cpSync(join(source, script), join(built, script));
put("govuk-frontend.min.js", library("govuk-frontend/dist/govuk/govuk-frontend.min.js"));
put("htmx.min.js", library("htmx.org/dist/htmx.min.js"));
cpSync(join(source, "licences"), built, { recursive: true });

const files = Object.fromEntries(readdirSync(built).sort().map((name) => [name, digest(name)]));
const libraries = Object.fromEntries(["govuk-frontend", "htmx.org", "sass"].map((name) => [name, version(name)]));
put("manifest.json", `${JSON.stringify({ libraries, files }, null, 2)}\n`);
