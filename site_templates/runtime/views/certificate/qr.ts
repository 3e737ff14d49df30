/** A text as a QR code, drawn as one path. */

import qrcode from "qrcode-generator";
import { label } from "../../ui/labels";
import { drawn } from "../../ui/svg";

const QUIET = 4; // the white edge that readers of such codes need, in modules

/** Draw a text; `words` say what it is to those who cannot see it. */
export function qrOf(text: string, words: string): SVGSVGElement {
  const code = qrcode(0, "M");
  code.addData(text, "Byte");
  code.make();
  const size = code.getModuleCount() + 2 * QUIET;
  const svg = drawn("svg", { class: "imr-qr", viewBox: `0 0 ${size} ${size}`, role: "img" });
  label(svg, words);
  svg.append(
    drawn("rect", { width: `${size}`, height: `${size}`, fill: "#fff" }),
    drawn("path", { d: darkModules(code), fill: "#000", "shape-rendering": "crispEdges" }),
  );
  return svg;
}

function darkModules(code: QRCode): string {
  const places = Array.from({ length: code.getModuleCount() }, (_, place) => place);
  return places
    .flatMap((row) => places.filter((column) => code.isDark(row, column)).map((column) => square(row, column)))
    .join("");
}

function square(row: number, column: number): string {
  return `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
}
