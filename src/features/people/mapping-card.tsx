import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { longestClaim, type MappingRow, mostMappingRows, type RoleMapping } from '../../../domain/people/schemas.ts'
import { partnerRoles } from '../../../domain/session/roles.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { newKey } from '../../api/request.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { Select } from '../../ui/forms/select.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../ui/forms/use-unsaved.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { peopleQueries, saveMapping } from './people-requests.ts'

/** How app roles and groups give roles; who may not change it reads it. */
export function MappingCard({ verdict }: { verdict: Verdict }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(peopleQueries.mapping())
  return (
    <Card title={t('people.mapping')}>
      <Stack gap={4}>
        <Text tone="muted">{t('people.mapping.text')}</Text>
        {!data ? <NotYet compact query={query} lines={4} />
          : verdict.allowed ? <MappingForm key={data.etag} mapping={data} verdict={verdict} /> : <MappingRows rows={data.rows} />}
      </Stack>
    </Card>
  )
}

function MappingRows({ rows }: { rows: readonly MappingRow[] }) {
  const { t } = useWords()
  if (rows.length === 0) return <Text>{t('people.mapping.none')}</Text>
  return (
    <Stack as="ul" gap={1}>
      {rows.map(({ claim, role }) => (
        <Row key={claim + role} as="li" gap="0 3" justify="between">
          <Text as="bdi" breaks translate="no">{claim}</Text><span>{t(`ui.role.${role}`)}</span>
        </Row>
      ))}
    </Stack>
  )
}

/** A row under a name that stays with it. */
type TypedRow = MappingRow & { key: string }

const typedOf = (row: MappingRow): TypedRow => ({ ...row, key: newKey() })
const rowOf = ({ claim, role }: TypedRow): MappingRow => ({ claim: claim.trim(), role })

function MappingForm({ mapping, verdict }: { mapping: RoleMapping; verdict: Verdict }) {
  const { t } = useWords()
  const [usual] = useState(() => mapping.rows.map(typedOf))
  const [rows, setRows] = useTyped<readonly TypedRow[]>('role-mapping', usual)
  const [isTried, setTried] = useState(false)
  const save = useAction('people', saveMapping)
  const add = useRef<HTMLButtonElement>(null)
  const typed = JSON.stringify(rows.map(rowOf))
  const kept = useUnsaved(typed !== JSON.stringify(mapping.rows) && typed)

  const change = (key: string, changed: Partial<MappingRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)))
  const submit = async () => {
    setTried(true)
    if (rows.some(({ claim }) => claim.trim() === '')) return
    if (!(await save.run({ rows: rows.map(rowOf), etag: mapping.etag }))) return
    kept()
    showToast(t('people.mapping.saved'))
  }
  return (
    <Stack as={Form} gap={4} onSubmit={submit}>
      {mapping.isUsual && <Text>{t('people.mapping.usual')}</Text>}
      {rows.length === 0 ? <Text>{t('people.mapping.none')}</Text> : (
        <Stack as="ul" gap={3}>
          {rows.map(({ key, claim, role }, at) => (
            <Columns key={key} as="li" of="minmax(0, 3fr) minmax(0, 2fr) auto" below={560} gap={2} align="start">
              <TextField label={t('people.mapping.claim', { number: at + 1 })} hideLabel translate="no" value={claim}
                maxLength={longestClaim} error={isTried && claim.trim() === '' ? t('people.mapping.missing') : undefined}
                onChange={({ target }) => change(key, { claim: target.value })} />
              <Select label={t('people.mapping.role', { number: at + 1 })} hideLabel value={role}
                options={partnerRoles.map((value) => ({ value, label: t(`ui.role.${value}`) }))}
                onChange={({ target }) => change(key, { role: partnerRoles.find((each) => each === target.value) ?? role })} />
              <IconButton icon="trash" label={t('people.mapping.remove', { number: at + 1 })} onPress={() => {
                setRows(rows.filter((row) => row.key !== key))
                add.current?.focus()
              }} />
            </Columns>
          ))}
        </Stack>
      )}
      <Text tone="muted" text="caption">{t('people.mapping.when')}</Text>
      <Row gap={2}>
        <Button ref={add} icon="plus" onPress={() => {
          if (rows.length < mostMappingRows) setRows([...rows, typedOf({ claim: '', role: 'sales_agent' })])
        }}>{t('people.mapping.add')}</Button>
        <ActionButton verdict={verdict} type="submit" variant="accent" pending={save.isRunning}>{t('people.mapping.save')}</ActionButton>
      </Row>
    </Stack>
  )
}
