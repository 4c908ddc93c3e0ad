import { Writable } from 'node:stream'
import pino from 'pino'
import { expect, it } from 'vitest'
import { diskIsFull, isDiskFull } from './disk-full.ts'
import { reportFailure } from '../report-failure.ts'

const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more)

it.each([
  ['Node', failure('ENOSPC: no space left on device, write', { code: 'ENOSPC' }), true],
  ['the database', failure('could not extend file "base/5/16528": No space left on device', { code: '53100' }), true],
  ['the database, in another language', failure('konnte Datei nicht erweitern', { code: '53100' }), true],
  ['SQLite, which holds the lock', failure('database or disk is full', { code: 'ERR_SQLITE_ERROR', errcode: 13 }), true],
  ['the embedded store at its start', failure('initdb: could not write: No space left on device'), true],
  ['another failure of Node', failure('EIO: i/o error, write', { code: 'EIO' }), false],
  ['another failure of the database', failure('duplicate key', { code: '23505' }), false],
  ['no error', 'No space left on device', false],
])('knows a full disk as it is told by %s', (_who, error, expected) => {
  expect(isDiskFull(error)).toBe(expected)
})

it('is named in the log', () => {
  let logged = ''
  const log = pino({ base: null }, new Writable({ write(line: Buffer, _encoding, done) { logged += line.toString(); done() } }))
  reportFailure(log, failure('could not extend file', { code: '53100' }), 'request-7')
  expect(JSON.parse(logged)).toMatchObject({ msg: diskIsFull, requestId: 'request-7' })
})
