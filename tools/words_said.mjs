/**
 * Print as JSON which words each script says, read from its TypeScript by the compiler.
 *
 * `node tools/words_said.mjs tsconfig.json learner.js=site_templates/runtime/pages/learner.ts …` prints
 * `{ said: ["review.print", …], parts: { "learner.js": ["item", …] }, unclear: ["file.ts:3:5", …] }`.
 * A place is unclear when it hands `say` on, or may say any word of its part: then no one can tell what it says.
 */

import { relative } from "node:path";
import ts from "typescript";

const CATALOGUE = "catalogue";

const [config, ...scripts] = process.argv.slice(2);
const entries = scripts.map((script) => script.split("="));
const { options } = ts.getParsedCommandLineOfConfigFile(config, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic });
const program = ts.createProgram(
  entries.map(([, source]) => source),
  options,
);
const checker = program.getTypeChecker();

const said = new Set();
const unclear = new Set();
const partsOf = new Map();
const parts = Object.fromEntries(
  entries.map(([name, source]) => {
    const files = [...reached(program.getSourceFile(source))];
    return [name, [...new Set(files.flatMap((file) => [...partsSaidIn(file)]))].sort()];
  }),
);
process.stdout.write(JSON.stringify({ said: [...said].sort(), parts, unclear: [...unclear].sort() }));

function onUnRecoverableConfigFileDiagnostic({ messageText }) {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Give a file and all that it imports, but for types. */
function reached(file, found = new Set()) {
  if (!file || found.has(file) || program.isSourceFileFromExternalLibrary(file)) return found;
  found.add(file);
  for (const statement of file.statements) {
    const isImport = ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly;
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier;
    if (isImport || isExport) reached(fileOf(statement.moduleSpecifier), found);
  }
  return found;
}

function fileOf(specifier) {
  return checker.getSymbolAtLocation(specifier)?.declarations?.find(ts.isSourceFile);
}

/** Give the parts whose words a file says, and note each word. */
function partsSaidIn(file) {
  const known = partsOf.get(file);
  if (known) return known;
  const found = new Set();
  const visit = (node) => {
    const say = ts.isIdentifier(node) && isUse(node) ? sayOf(node) : undefined;
    if (say) {
      found.add(say.part);
      noteWords(node, say.part);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  partsOf.set(file, found);
  return found;
}

/** Tell a use of a name from its import, its export and its declaration. */
function isUse({ parent }) {
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent) && !ts.isBindingElement(parent);
}

/** Give the part whose words a name says: it comes from `const { say } = catalogue("part")`. */
function sayOf(name) {
  const symbol = checker.getSymbolAtLocation(name);
  const origin = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = origin?.valueDeclaration;
  if (!declaration || !ts.isBindingElement(declaration)) return undefined;
  const { initializer } = declaration.parent.parent;
  if (!initializer || !ts.isCallExpression(initializer)) return undefined;
  const isCatalogue = ts.isIdentifier(initializer.expression) && initializer.expression.text === CATALOGUE;
  return isCatalogue ? { part: initializer.arguments[0].text } : undefined;
}

function noteWords(name, part) {
  const words = ts.isCallExpression(name.parent) && name.parent.expression === name ? wordsOf(name.parent) : [];
  if (words.length === 0) unclear.add(placeOf(name));
  for (const word of words) said.add(`${part}.${word}`);
}

/** Give the words that a call may say, or nothing where they cannot be told. */
function wordsOf(call) {
  const word = checker.getResolvedSignature(call).parameters[0];
  const types = membersOf(checker.getTypeOfSymbol(word));
  const [signature] = checker.getTypeAtLocation(call.expression).getCallSignatures();
  const all = membersOf(signature.typeParameters[0].getConstraint());
  const isAny = types.length === all.length && all.length > 1;
  return !isAny && types.every((type) => type.isStringLiteral()) ? types.map(({ value }) => value) : [];
}

function membersOf(type) {
  return type.isUnion() ? type.types : [type];
}

function placeOf(node) {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(process.cwd(), file.fileName)}:${line + 1}:${character + 1}`;
}
