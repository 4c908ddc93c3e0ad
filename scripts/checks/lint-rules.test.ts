import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleProject } from './sample-project.ts'
import { root } from './files/source-files.ts'

const refused = {
  'src/features/a.ts': ["export const a = () => fetch('/api/session')", 'eslint(no-restricted-globals)'],
  'src/ui/b.ts': ["export const b = () => window.fetch('/api/session')", 'eslint(no-restricted-properties)'],
  'server/app/c.ts': ['export const c = process.env', 'node(no-process-env)'],
  'server/app/d.ts': ["import { env } from 'node:process'\nexport const d = env", 'eslint(no-restricted-imports)'],
  'server/node/e.ts': ["console.log('started')", 'eslint(no-console)'],
  'domain/f.ts': ['export const f = (given: any) => given !== 1', 'typescript(no-explicit-any)'],
  'domain/g.ts': ['export const g = (given: string | undefined) => given!', 'typescript(no-non-null-assertion)'],
  'domain/h.ts': ['export default 1', 'import(no-default-export)'],
  'server/store/i.ts': ['const save = async () => 1\nexport const i = () => { save() }', 'typescript(no-floating-promises)'],
  'src/ui/j.tsx': ['export const J = () => <img src="a.png" />', 'jsx-a11y(alt-text)'],
  'src/ui/k.tsx': [
    "import { useState } from 'react'\nexport function K({ on }: { on: boolean }) { if (on) useState(1); return null }",
    'react-hooks(rules-of-hooks)',
  ],
  'domain/l.test.ts': ["import { test } from 'vitest'\ntest.only('l', () => {})", 'vitest(no-focused-tests)'],
  'domain/m.ts': ['// TODO later\nexport const m = 1', 'eslint(no-warning-comments)'],
  'src/features/n.tsx': ['export const N = () => <form />', 'react(forbid-elements)'],
  'src/features/o.ts': ["import { useForm } from 'react-hook-form'\nexport const o = useForm", 'eslint(no-restricted-imports)'],
} as const

const allowed = {
  'src/ui/forms/form.tsx': 'export const Form = (): unknown => <form />',
  'src/api/request.ts': "export const a = () => fetch('/api/session')",
  'server/node/env.ts': 'declare const process: { env: unknown }\nexport const c = process.env',
  'scripts/tool.ts': 'declare const process: { env: unknown }\nconsole.log(process.env)',
}

test('each rule of the house is found where it is broken, and nothing where it is not', () => {
  const folder = sampleProject('.oxlintrc.json', {
    'tsconfig.json': '{ "compilerOptions": { "strict": true, "jsx": "react-jsx", "module": "preserve", "noEmit": true } }',
    ...Object.fromEntries(Object.entries(refused).map(([path, [code]]) => [path, code])),
    ...allowed,
  })
  const bin = join(root, 'node_modules', '.bin')
  const { stdout } = spawnSync(join(bin, 'oxlint'), ['--type-aware', '--format=json'], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  })
  rmSync(folder, { recursive: true })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code?: string; filename: string }[] }
  const found = diagnostics.map(({ filename, code }) => `${filename} ${code ?? ''}`)
  const wanted = Object.entries(refused).map(([path, [, rule]]) => `${path} ${rule}`)
  expect(wanted.filter((finding) => !found.includes(finding))).toEqual([])
  expect(found.filter((finding) => Object.keys(allowed).some((path) => finding.startsWith(path)))).toEqual([])
}, 60_000)
