// Installs the style sheet packages when they changed, and copies what the pages and letters load (and axe, for the tests).
// Usage: node build.mjs <Maven's build directory>
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { install } from "./install.mjs";

const build = resolve(process.argv[2]);
process.chdir(import.meta.dirname);

install(".");

const font = "node_modules/@fontsource-variable/source-sans-3";
const assets = join(build, "classes/static/assets");
write(assets, "source-sans-3.css", latinFaces(readFileSync(`${font}/wght.css`, "utf8")));
for (const subset of ["latin", "latin-ext"]) {
  copy(`${font}/files/source-sans-3-${subset}-wght-normal.woff2`, assets, `files/source-sans-3-${subset}-wght-normal.woff2`);
}
copy("node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css", assets, "voorbeeld.css");
copy("node_modules/@utrecht/component-library-css/dist/index.css", assets, "utrecht.css");
for (const own of ["tokens.css", "app.css", "pages.css", "app.js", "lab.js", "icons.svg", "favicon.svg"]) {
  copy(own, assets, own);
}
// Letters embed their fonts, which a PDF library reads as TTF only.
const letterFont = "node_modules/@expo-google-fonts/source-sans-3";
for (const weight of ["400Regular", "600SemiBold"]) {
  copy(`${letterFont}/${weight}/SourceSans3_${weight}.ttf`, join(build, "classes/letters/fonts"), `${weight}.ttf`);
}
copy(`${letterFont}/LICENSE_FONT`, join(build, "classes/letters/fonts"), "LICENSE");
copy("node_modules/axe-core/axe.min.js", join(build, "test-classes"), "axe/axe.min.js");

/** The faces for Latin script only: the others would name files that are not copied. */
function latinFaces(css) {
  const faces = css.split(/(?=\/\* source-sans-3-)/).filter((face) => face.startsWith("/* source-sans-3-latin"));
  if (faces.length !== 2) throw new Error("source-sans-3/wght.css no longer has one latin and one latin-ext face.");
  return faces.join("");
}

function copy(source, directory, name) {
  write(directory, name, readFileSync(source));
}

function write(directory, name, content) {
  const file = join(directory, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
