import { locales } from '../../../domain/session/locales.ts'
import { isCode } from './source-files.ts'

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/
const vagueWords = ['util', 'utils', 'helper', 'helpers', 'common', 'misc']
const vagueNames = [...vagueWords, 'types', 'index']
const languages: readonly string[] = locales
const rooms = ['domain', 'server', 'src', 'mocks', 'locales', 'e2e', 'bench', 'scripts', 'public', 'docs']

/** Names are kebab-case and specific: not `utils`, `helpers`, `common`, `types` or `index`. */
export function fileNameProblems(paths: readonly string[]): string[] {
  return paths.filter((path) => rooms.includes(path.split('/')[0] ?? '')).flatMap((path) => {
    const parts = path.split('/')
    const ofLanguages = parts[0] === 'locales' || path.startsWith('docs/glossary/')
    const named = ofLanguages ? parts.filter((part) => !languages.includes(part.replace(/\.md$/, ''))) : parts
    const odd = named.filter((part) => !kebabCase.test(part)).map((part) => `${path}: "${part}" is not kebab-case.`)
    const vague = named.filter(isVague).map((part) => `${path}: "${part}" does not say what is inside.`)
    return [...odd, ...(isCode(path) ? vague : [])]
  })
}

function isVague(part: string): boolean {
  const stem = part.split('.')[0] ?? ''
  return vagueNames.includes(stem) || stem.split('-').some((word) => vagueWords.includes(word))
}
