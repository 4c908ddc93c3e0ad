import { expect, test } from 'vitest'
import { sourceFiles } from './files/source-files.ts'
import { styleProblems } from './style-uses.ts'

const sheet = { path: 'src/a/a.module.css', text: '/* .old { } */\n.drawn { gap: 0 }\n@media print { .drawn > .alone:hover { gap: 0 } }' }
const draws = (text: string) => ({ path: 'src/a/a.tsx', text: `import styles from './a.module.css'\n${text}` })

test.each([
  ['a class without a rule', 'styles.drawn styles.alone styles.gone', ['src/a/a.tsx: src/a/a.module.css has no class gone.']],
  ['a rule that nothing draws', 'styles.drawn', ['src/a/a.module.css: nothing draws alone.']],
  ['nothing of what is drawn by a name that is made', 'styles[kind]', []],
  ['nothing where both agree', 'joined(styles.drawn, styles.alone)', []],
])('finds %s', (_what, text, problems) => {
  expect(styleProblems([sheet, draws(text)])).toEqual(problems)
})

test('every class of the product has a rule, and every rule is drawn', () => {
  expect(styleProblems(sourceFiles())).toEqual([])
})
