/** How an observer is called in a record, where a name is letters of ASCII, digits, dots and hyphens. */

import { hashOfText } from "../record/hashing";

const LONGEST = 60;
const HASH = "sha256:".length;
const SIGNS_OF_HASH = 8;
// letters that Unicode does not take apart
const SPELT = "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ħ:h ŧ:t ŋ:n ı:i ẞ:SS Æ:Ae Œ:Oe Ø:O Ł:L Đ:D Ð:D Þ:Th Ħ:H Ŧ:T Ŋ:N";
const LETTERS = new Map(SPELT.split(" ").map((pair) => pair.split(":") as [string, string]));
const LOST = /[^\p{ASCII}\p{P}\p{Z}]/u;

/** Return the name; where letters of it are lost, a hash keeps two people apart. */
export function raterName(rater: string): string {
  const latin = Array.from(rater.normalize("NFKD").replace(/\p{M}/gu, ""), (sign) => LETTERS.get(sign) ?? sign).join(
    "",
  );
  const whole = latin.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (whole !== "" && whole.length <= LONGEST && !LOST.test(latin)) return whole;
  const name = whole.slice(0, LONGEST).replace(/-+$/, "") || "observer";
  const hash = hashOfText(rater.normalize("NFC").trim()).slice(HASH, HASH + SIGNS_OF_HASH);
  return `${name}-${hash}`;
}
