import { isCode, type SourceFile } from './files/source-files.ts'

const switches = [
  ['a lint rule', /(?:ox|es)lint-disable/],
  ['the type check', /@ts-(?:ignore|nocheck)/],
  ['the dead-code check', /knip-?ignore|@public\b|@internal\b/],
  ['a test', /\b(?:test|it|describe)\.(?:skip|only|todo|fixme|fails|skipIf|runIf)\b/],
  ['coverage', /(?:istanbul|v8|c8) ignore/],
] as const

/** No code switches a check off; only tests use `@ts-expect-error`, to prove that something does not compile. */
export function switchedOffProblems(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => isCode(path) && !path.startsWith('scripts/checks/switched-off.')).flatMap(({ path, text }) => {
    const isTypeProof = /\.(?:test|contract)\.tsx?$/.test(path)
    const all = isTypeProof ? switches : [...switches, ['the type check', /@ts-expect-error/] as const]
    return text.split('\n').flatMap((line, index) =>
      all.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${path}:${index + 1} switches off ${what}.`),
    )
  })
}
