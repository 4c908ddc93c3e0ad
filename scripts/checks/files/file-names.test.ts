import { expect, test } from 'vitest'
import { fileNameProblems } from './file-names.ts'

test('kebab-case names and the names of the six languages are fine', () => {
  const paths = [
    'src/ui/data-grid.module.css', 'locales/pt-BR/home.json', 'locales/zh-Hans/home.json', 'docs/glossary/pt-BR.md', 'domain/a.test.ts',
    'README.md',
  ]
  expect(fileNameProblems(paths)).toEqual([])
})

const oddNames = ['src/DataGrid.tsx', 'src/use_words.ts', 'server/App/start.ts', 'locales/pt-br-BR/Home.json', 'docs/README.md']
test.each(oddNames)('%s is not kebab-case', (path) => {
  expect(fileNameProblems([path]).join()).toContain('not kebab-case')
})

const vagueNames = ['src/utils/dates.ts', 'src/ui/index.ts', 'domain/types.ts', 'server/app/test-helpers.ts', 'src/common.css']
test.each(vagueNames)('%s says nothing', (path) => {
  expect(fileNameProblems([path]).join()).toContain('does not say what is inside')
})
