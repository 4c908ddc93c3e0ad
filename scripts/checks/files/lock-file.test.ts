import { expect, test } from 'vitest'
import { lockFileProblems } from './lock-file.ts'

const whole = { version: '1.0.0', integrity: 'sha512-x' }

test('a lock file with every platform and no address passes', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/tool': { ...whole, optionalDependencies: { '@tool/linux': '1.0.0', '@tool/darwin': '1.0.0' } },
      'node_modules/@tool/linux': whole,
      'node_modules/tool/node_modules/@tool/darwin': whole,
    },
  }
  expect(lockFileProblems(lock, { dependencies: { tool: '1.0.0' }, devDependencies: { beta: '2.0.0-beta.17' } })).toEqual([])
})

test('a platform that is missing is named', () => {
  const lock = { packages: { 'node_modules/a/node_modules/tool': { ...whole, optionalDependencies: { '@tool/win32': '1.0.0' } } } }
  expect(lockFileProblems(lock, {})).toEqual([
    'node_modules/a/node_modules/tool needs @tool/win32 on some machine, and the lock file does not have it.',
  ])
})

test('an address, a missing checksum and a version range are refused', () => {
  const odd = { 'node_modules/a': { ...whole, resolved: 'https://packages.example/a.tgz' }, 'node_modules/b': { version: '1.0.0' } }
  const lock = { packages: odd }
  expect(lockFileProblems(lock, { dependencies: { a: '^1.0.0' } })).toEqual([
    'node_modules/a names an address: https://packages.example/a.tgz',
    'node_modules/b has no checksum.',
    'package.json asks for a ^1.0.0, which is not one exact version.',
  ])
})
