import { isCode, isTest, type SourceFile } from './files/source-files.ts'

const reading = /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?!\s*\())|(?<!new )\bDate\(/
const home = 'src/i18n/present-time.ts'

/** Screens take the time from the portal, since a reader's clock may be wrong; one file alone reads the machine's. */
export function ownClockProblems(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => path.startsWith('src/') && path !== home && isCode(path) && !isTest(path)).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      reading.test(line) ? [`${path}:${index + 1} reads the machine’s clock; presentTime and useNow tell the portal’s.`] : [],
    ),
  )
}
