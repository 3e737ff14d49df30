/** A certificate and an exported file that belong together: the one states the digest of the other. */

import type { Contents } from "../../learner/contents";
import type { ExportFile } from "../../learner/export";
import { exportFile } from "../../learner/export";
import type { CourseData, CourseKeys } from "../../record/course_data";

/** `digest` is the one that is in the file, and that a reader of the file computes again. */
export interface Sealed {
  readonly at: number;
  readonly file: ExportFile;
  readonly digest: string;
}

/** Make the file of this moment, with its digest. */
export function seal(contents: Contents, course: CourseData, keys: CourseKeys, at: number): Sealed | null {
  const file = exportFile(contents, course, keys, at);
  if (!file) return null;
  const { integrity } = JSON.parse(file.text) as { integrity: { digest: string } };
  return { at, file, digest: integrity.digest };
}

/** Say whether an export of the same moment would still give the same bytes. */
export function fits(sealed: Sealed, contents: Contents, course: CourseData, keys: CourseKeys): boolean {
  return exportFile(contents, course, keys, sealed.at)?.text === sealed.file.text;
}
