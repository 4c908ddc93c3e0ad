import { isCode, type SourceFile } from './source-files.ts'

const longest = { code: 250, test: 400, line: 140 }

/** Code files have at most 250 lines, tests 400, lines 140 characters. */
export function fileSizeProblems(files: readonly SourceFile[]): string[] {
  return files.filter((file) => isCode(file.path)).flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n')
    const most = /\.(?:test|contract|e2e)\.tsx?$/.test(path) ? longest.test : longest.code
    const tooLong = lines.length > most ? [`${path} has ${lines.length} lines; ${most} are the most.`] : []
    const wide = lines.flatMap((line, index) =>
      line.length > longest.line ? [`${path}:${index + 1} has ${line.length} characters; ${longest.line} are the most.`] : [],
    )
    return [...tooLong, ...wide]
  })
}
