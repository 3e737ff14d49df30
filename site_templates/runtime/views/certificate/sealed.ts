/** A certificate and an exported file that belong together: the one states the digest of the other. */

import type { Contents } from "../../learner/contents";
import type { ExportFile } from "../../learner/export";
import { exportInParts } from "../../learner/export";
import type { CourseData, CourseKeys } from "../../record/course_data";
import type { Parts } from "../../ui/turns";

/** `digest` is the one that is in the file, and that a reader of the file computes again. */
export interface Sealed {
  readonly at: number;
  readonly file: ExportFile;
  readonly digest: string;
}

/** Make the file of this moment, with its digest, in parts. */
export function* sealInParts(
  contents: Contents,
  course: CourseData,
  keys: CourseKeys,
  at: number,
): Parts<Sealed | null> {
  const file = yield* exportInParts(contents, course, keys, at);
  return file && { at, file, digest: file.digest };
}

/** Say, in parts, whether an export of the same moment would still give the same bytes. */
export function* fitsInParts(sealed: Sealed, contents: Contents, course: CourseData, keys: CourseKeys): Parts<boolean> {
  return (yield* exportInParts(contents, course, keys, sealed.at))?.text === sealed.file.text;
}
