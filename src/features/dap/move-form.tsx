import { type ReactNode, useState } from 'react'
import { nameOfMove } from '../../../domain/dap/standing-dap.ts'
import { autoExtendDays, longestDays } from '../../../domain/gdap/term/durations.ts'
import { canAutoExtend, canBeNamed, canLastDays } from '../../../domain/gdap/relationship-rules.ts'
import type { RoleTemplate } from '../../../domain/gdap/schemas.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Box, Columns, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { NumberField } from '../../ui/forms/number-field.tsx'
import { Select } from '../../ui/forms/select.tsx'
import { ErrorState } from '../../ui/waiting/states.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import { checkMove, type MoveOrder, writeOrder } from './move-job.ts'

/** Leaves room for a tenant id in the name (BR-82). */
const longestPrefix = 13
const someTenant = '00000000-0000-0000-0000-000000000000'

type Props = {
  order: MoveOrder
  error: unknown
  verdict: Verdict
  templates: readonly RoleTemplate[]
  showRoles: (roles: readonly string[]) => ReactNode
}

/** The customers, roles and duration of a move. */
export function MoveForm({ order, error, verdict, templates, showRoles }: Props) {
  const { t, refusalText } = useWords()
  const [isTried, setTried] = useState(false)
  const { customers, templateId, days, autoExtend, namePrefix } = order
  const template = templates.find(({ id }) => id === templateId)
  const roles = template?.roles ?? []
  const mayExtend = canAutoExtend(roles, 'P180D')
  const change = (changes: Partial<MoveOrder>) => writeOrder({ ...order, ...changes })
  const said = (answer: Verdict) => (answer.allowed ? undefined : `${refusalText(answer)} (${answer.rule})`)
  const problems = {
    customers: customers.length === 0 ? t('dap.move.customers.missing') : undefined,
    template: template ? undefined : t('dap.move.template.missing'),
    days: said(canLastDays(days)),
    prefix: said(canBeNamed(nameOfMove(namePrefix, someTenant), false)) ?? (namePrefix === '' ? t('dap.move.prefix.missing') : undefined),
  }
  const shown: Partial<typeof problems> = isTried ? problems : { days: problems.days, prefix: problems.prefix }

  const onSubmit = () => {
    setTried(true)
    if (Object.values(problems).every((problem) => problem === undefined)) {
      void checkMove({ ...order, templateEtag: template?.etag, autoExtend: autoExtend && mayExtend.allowed })
    }
  }
  return (
    <Stack as={Form} onSubmit={onSubmit} gap={4}>
      {error !== undefined && <ErrorState compact error={error} kept={t('dap.move.check_failed')} />}
      <Card><CustomerChoice value={customers} error={shown.customers} onChange={(chosen) => change({ customers: chosen })} /></Card>
      <Card title={t('dap.move.what')}>
        <Columns fit={320} gap="4 8">
          <Stack gap={4}>
            <Select label={t('dap.move.template')} placeholder={t('dap.move.template.choose')} value={templateId} error={shown.template}
              description={t('dap.move.template.help')} onChange={({ target }) => change({ templateId: target.value })}
              options={templates.map(({ id, name }) => ({ value: id, label: name }))} />
            {template && <Box box="surface-sunken" pad={3}>{showRoles(roles)}</Box>}
          </Stack>
          <Stack gap={4}>
            <NumberField label={t('dap.move.days')} min={1} max={longestDays} unit={t('dap.move.days.unit', { count: days })}
              description={t('dap.move.days.help', { limit: longestDays, days: autoExtendDays })} error={shown.days}
              value={Number.isNaN(days) ? '' : days}
              onChange={({ target }) => change({ days: target.valueAsNumber })} />
            <Checkbox label={t('dap.move.auto_extend')} description={t('dap.move.auto_extend.help')}
              checked={autoExtend && mayExtend.allowed} refusal={mayExtend.allowed ? undefined : mayExtend}
              onChange={({ target }) => change({ autoExtend: target.checked })} />
            <TextField label={t('dap.move.prefix')} description={t('dap.move.prefix.help', { limit: longestPrefix })}
              maxLength={longestPrefix} error={shown.prefix} value={namePrefix}
              onChange={({ target }) => change({ namePrefix: target.value })} />
          </Stack>
        </Columns>
      </Card>
      <Row gap="2 3" align="center">
        <ActionButton type="submit" variant="accent" verdict={verdict}>{t('dap.move.check')}</ActionButton>
        <Text as="span" tone="muted">{t('dap.move.checking.text')}</Text>
      </Row>
    </Stack>
  )
}
