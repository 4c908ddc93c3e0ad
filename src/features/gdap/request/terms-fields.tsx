import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { canLastDays } from '../../../../domain/gdap/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import { nearestTemplate } from '../../../../domain/gdap/roles/template-rules.ts'
import { autoExtendDays, longestDays } from '../../../../domain/gdap/term/durations.ts'
import { type Actor, partnerKindOf } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { NumberField } from '../../../ui/forms/number-field.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { Box, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { roleQueries } from '../role-queries.ts'
import { RolePicker } from '../roles/role-picker.tsx'
import { NotLoaded } from './customer/customer-search.tsx'
import { mayExtend } from './request-form.ts'
import styles from './request.module.css'
import { templatePart } from './suggested-name.ts'

type Input<Value> = { value: Value; error?: string | undefined; onChange: (value: Value) => void }

type Props = { actor: Actor; roles: Input<string[]>; days: Input<number>; autoExtend: Input<boolean> }

/** The roles, the duration and auto-extend of one request or of many. */
export function TermsFields({ actor, roles, days, autoExtend }: Props) {
  const { t } = useWords()
  return (
    <>
      <Stack gap={4} ruled="after" pad="0 0 6" className={styles.section}>
        <TemplateSelect actor={actor} roles={roles.value} onChange={roles.onChange} />
        <RolePicker label={t('gdap-requests.roles')} {...roles} />
      </Stack>
      <Stack as="fieldset" gap={4} ruled="after" pad="0 0 6" className={styles.section}>
        <Box as="legend" after={2} text="title">{t('gdap-requests.days')}</Box>
        <DurationChoice {...days} />
        <ExtendChoice {...autoExtend} roles={roles} />
      </Stack>
    </>
  )
}

type TemplateProps = { actor: Actor; roles: readonly string[]; onChange: (roles: string[]) => void }

/** Replaces the chosen roles by a template's; shows the template with exactly these roles. */
function TemplateSelect({ actor, roles, onChange }: TemplateProps) {
  const { t } = useWords()
  const { starts, own, startOf, error, query } = useStarts(actor)
  const choose = (id: string) => {
    const start = starts.find((each) => each.id === id)
    if (start) onChange([...start.roles])
  }
  if (error) return <NotLoaded what={t('gdap-requests.roles.templates_failed')} query={query} />
  return (
    <Select label={t('gdap-requests.roles.template')} description={t('gdap-requests.roles.template.hint')}
      placeholder={t(roles.length > 0 ? 'gdap-requests.roles.template.own_choice' : 'gdap-requests.roles.template.choose')}
      value={startOf(roles)?.id ?? ''} onChange={(event) => choose(event.target.value)}
      options={starts.map(({ id, label }) => ({
        value: id, label: own.includes(id) ? t('gdap-requests.roles.template.of_yours', { name: label }) : label,
      }))} />
  )
}

const dayMs = 24 * 60 * 60 * 1000
const presets = [30, 90, 180, 365, longestDays] as const

/** Chooses a usual or any number of days, and shows the end; needs a fieldset with a legend. */
function DurationChoice({ value: days, error, onChange }: Input<number>) {
  const { t, formatDate, refusalText } = useWords()
  const now = useNow()
  const verdict = canLastDays(days)
  return (
    <Stack gap={3}>
      <Row gap={2}>
        {presets.map((preset) => (
          <Button key={preset} aria-pressed={days === preset} className={styles.preset} onPress={() => onChange(preset)}>
            {t('gdap-requests.days.preset', { count: preset })}
          </Button>
        ))}
      </Row>
      <Text measure={72} tone="muted" className={styles.muted}>{t('gdap-requests.days.why', { days: autoExtendDays })}</Text>
      <NumberField label={t('gdap-requests.days.label')} min={1} max={longestDays} unit={t('gdap-requests.days.unit')}
        value={Number.isNaN(days) ? '' : days} error={error ?? (verdict.allowed || Number.isNaN(days) ? undefined : refusalText(verdict))}
        description={verdict.allowed
          ? t('gdap-requests.days.until', { date: formatDate(now + days * dayMs) })
          : t('gdap-requests.days.range', { limit: longestDays })}
        onChange={(event) => onChange(event.target.valueAsNumber)} />
    </Stack>
  )
}

/** Auto-extend by half a year; Global administrator excludes it and can be removed here (BR-86, BR-87). */
function ExtendChoice({ value: wanted, error, onChange, roles }: Input<boolean> & Pick<Props, 'roles'>) {
  const { t } = useWords()
  const verdict = mayExtend(roles.value)
  const box = useRef<HTMLInputElement>(null)
  return (
    <Stack gap={2} align="start" className={styles.extend}>
      <Checkbox ref={box} label={t('gdap-requests.extend')} description={t('gdap-requests.extend.hint')}
        checked={wanted && verdict.allowed} error={error} refusal={verdict.allowed ? undefined : verdict}
        onChange={(event) => {
          if (verdict.allowed) onChange(event.target.checked)
        }} />
      {!verdict.allowed && (
        <Button icon="close" onPress={() => {
          // The button vanishes with the role; the box takes its focus.
          box.current?.focus()
          roles.onChange(roles.value.filter((id) => id !== globalAdministrator))
        }}>
          {t('gdap-requests.extend.remove_global')}
        </Button>
      )}
    </Stack>
  )
}

/** A set of roles to start with; `part` is its part in names. */
type Start = { id: string; label: string; roles: readonly string[]; part: string }

const sameRoles = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id) => others.includes(id))

/** Recommended sets, jobs, and the partner's own templates. */
export function useStarts(actor: Actor) {
  const { t, locale } = useWords()
  const { data, error, ...query } = useQuery(roleQueries.templates(locale))
  const kind = partnerKindOf(actor)
  const recommended: Start[] = data && kind && data.recommended.length > 0
    ? [{
        id: 'recommended', roles: data.recommended, part: 'Support',
        label: t('gdap-requests.roles.recommended', { kind: t(`ui.kind.${kind}`) }),
      }]
    : []
  const templates = data?.items.map((template): Start => {
    const { id, name, roles, removedRoles } = template
    return { id, label: name, roles: roles.filter((role) => !removedRoles.includes(role)), part: templatePart(template) }
  }) ?? []
  const starts = [...recommended, ...templates]
  return {
    starts,
    own: data?.items.filter(({ builtIn }) => builtIn === null).map(({ id }) => id) ?? [],
    /** The template with exactly these roles. */
    startOf: (roles: readonly string[]) => (roles.length === 0 ? undefined : starts.find((start) => sameRoles(start.roles, roles))),
    /** The nearest template's part in names, or nothing. */
    partOf: (roles: readonly string[]) => (roles.length === 0 ? '' : (nearestTemplate(starts, roles)?.part ?? '')),
    error: data ? null : error,
    query,
  }
}
