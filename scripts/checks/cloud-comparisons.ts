import { clouds } from '../../domain/organizations/kinds.ts'
import { isCode, isTest, type SourceFile } from './files/source-files.ts'

const name = `['"\`](?:${clouds.join('|')})['"\`]`
const list = `\\[[^\\]]*${name}[^\\]]*\\](?:\\s+as\\s+const\\))?\\.(?:includes|some|indexOf)\\(`
const comparison = new RegExp(`[!=]==?\\s*${name}|${name}\\s*[!=]==?|\\bcase\\s+${name}\\s*:|${list}`)

/** Only the policy table in domain/clouds asks which cloud it is. */
export function cloudComparisonProblems(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => isCode(path) && !isTest(path) && !path.startsWith('domain/clouds/')).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      comparison.test(line) ? [`${path}:${index + 1} compares a cloud by name; make it a policy of domain/clouds.`] : [],
    ),
  )
}
