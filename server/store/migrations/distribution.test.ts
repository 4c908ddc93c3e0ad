import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type OpenedStore } from '../testing/test-engines.ts'
import { steps as all } from './migrate.ts'
import { runStep, type Step } from './step.ts'

const steps = all.filter((step): step is Step => 'ddl' in step)
const tableOf = (step: Step): string => /^create table (\w+)/.exec(step.ddl)?.[1] ?? ''
const dropped = steps.map(({ ddl }) => /^drop table (\w+)/.exec(ddl)?.[1])
const owned = steps.filter((step) => step.owner !== undefined && !dropped.includes(tableOf(step)))

describe('the tables can be spread over machines by their owner', () => {
  const engine = engines.find(({ name }) => name === 'PostgreSQL')
  let opened: OpenedStore
  const run = (text: string) => opened.db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))

  beforeAll(async () => {
    if (!engine) throw new Error('There is no PostgreSQL among the engines')
    opened = await engine.open()
    await run('create schema spread')
  })
  afterAll(async () => {
    await run('drop schema spread cascade')
    await opened.close()
  })

  it('PostgreSQL takes every key, unique and foreign key of them when they are partitioned by their owner', async () => {
    await opened.db.connection().execute(async (connection) => {
      const execute = (text: string) => connection.executeQuery(CompiledQuery.raw(text))
      await execute('set search_path to spread')
      try {
        for (const step of all) {
          const owner = 'owner' in step ? step.owner : undefined
          await runStep(connection, step, owner === undefined ? '' : ` partition by hash (${owner})`)
          if (!('ddl' in step) || owner === undefined) continue
          for (const remainder of [0, 1])
            await execute(
              `create table ${tableOf(step)}_${remainder} partition of ${tableOf(step)}
                for values with (modulus 2, remainder ${remainder})`,
            )
        }
      } finally {
        await execute('reset search_path')
      }
    })
    const { rows } = await run(
      "select relname from pg_class join pg_namespace n on n.oid = relnamespace where relkind = 'p' and nspname = 'spread'",
    )
    expect(rows.map((row) => String(row.relname)).toSorted()).toEqual(owned.map(tableOf).toSorted())
  })

  it('would not take one whose key does not begin with the owner', async () => {
    const attempt = run('create table spread.wrong (partner_id uuid not null, id uuid primary key) partition by hash (partner_id)')
    await expect(attempt).rejects.toThrow(/unique constraint on partitioned table/)
  })

  it('every table is owned, or a directory that is found by its key alone', () => {
    const directories = steps.filter((step) => tableOf(step) !== '' && step.owner === undefined).map(tableOf)
    expect(directories).toEqual([
      'organizations', 'user_directory', 'sessions', 'invitation_links', 'partner_facts', 'gdap_directory', 'clock', 'access_token_hashes',
      'proven_domains', 'finished_sign_ins',
    ])
  })

  it('one statement a step, and nothing that only one machine can do', () => {
    for (const { ddl } of steps) {
      expect(ddl).not.toMatch(/;|serial|identity|trigger|function|procedure|create sequence|nextval|default\s|now\(\)|gen_random/i)
      expect(ddl).toMatch(/^(create (table|index)|alter table \w+ add column|insert into \w+ \([\w, ]+\) select|drop (table|index)) /)
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
})
