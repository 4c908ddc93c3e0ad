import { useState } from 'react'
import { canFinalise, canLastDays } from '../../../../domain/gdap/relationship-rules.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { Box, Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { ErrorState } from '../../../ui/waiting/states.tsx'
import { DurationChoice } from '../request/duration-choice.tsx'
import { ExtendChoice } from '../request/extend-choice.tsx'
import requestStyles from '../request/request.module.css'
import { RequestSummary } from '../request/request-summary.tsx'
import { RoleFields } from '../request/role-fields.tsx'
import { useStarts } from '../request/use-templates.ts'
import { type BulkJob, checkBulk, readListFile, writeSetup } from './bulk-job.ts'
import type { BulkSetup } from './bulk-setup.ts'
import { CustomerList } from './customer-list.tsx'
import { nameVerdict, PatternField } from './pattern-field.tsx'

type Props = { actor: Actor; job: BulkJob }

/** The customers, roles, duration and names of many requests. */
export function BulkForm({ actor, job: { draft: { list: setup, refusal, decoded }, error } }: Props) {
  const { t } = useWords()
  const { partOf } = useStarts(actor)
  const [isTried, setTried] = useState(false)
  const part = partOf(setup.roles)
  const write = (changes: Partial<BulkSetup>) => writeSetup({ ...setup, ...changes })
  // Judges what all requests share; the server judges each.
  const verdict = canFinalise(actor, {
    status: 'created', partner: actor.organization, customer: null, roles: setup.roles, autoExtendDuration: 'PT0S',
    isPartnerConsentPending: false,
  })
  const fits = canLastDays(setup.days).allowed && nameVerdict(setup.pattern, part, setup.text).allowed
  return (
    <Columns of="minmax(0, 1fr) minmax(320px, 440px)" below={1100} gap={8} align="start">
      <Stack as={Form} gap={6} measure="720px" aria-label={t('gdap-requests.bulk.title')} onSubmit={() => {
        setTried(true)
        return verdict.allowed && fits ? checkBulk({ ...setup, part }) : undefined
      }}>
        <CustomerList text={setup.text} refusal={refusal} decoded={decoded} onChange={(text) => write({ text })}
          onFile={(file, encoding) => void readListFile(file, encoding)} />
        <RoleFields actor={actor} roles={setup.roles} onChange={(roles) => write({ roles })} />
        <Stack as="fieldset" gap={4} ruled="after" pad="0 0 6" className={requestStyles.section}>
          <Box as="legend" after={2} text="title">{t('gdap-requests.days')}</Box>
          <DurationChoice days={setup.days} error={isTried && Number.isNaN(setup.days) ? t('gdap-requests.error.days') : undefined}
            onChange={(days) => write({ days })} />
          <ExtendChoice roles={setup.roles} wanted={setup.autoExtend} onWant={(autoExtend) => write({ autoExtend })}
            onRoles={(roles) => write({ roles })} />
        </Stack>
        <PatternField pattern={setup.pattern} part={part} text={setup.text} onChange={(pattern) => write({ pattern })} />
        <Checkbox label={t('gdap-requests.bulk.finalises')} description={t('gdap-requests.bulk.finalises.hint')} checked={setup.finalises}
          onChange={(event) => write({ finalises: event.target.checked })} />
        <Stack gap={4}>
          {error !== undefined && <ErrorState compact error={error} kept={t('gdap-requests.bulk.check_failed')} />}
          <Row gap="2 3" align="center">
            <ActionButton type="submit" variant="accent" verdict={verdict}>{t('gdap-requests.bulk.check')}</ActionButton>
          </Row>
          <Text measure={72} tone="muted" className={requestStyles.muted}>{t('gdap-requests.bulk.kept')}</Text>
        </Stack>
      </Stack>
      <RequestSummary own={actor.organization} form={{ ...setup, whose: 'own', resellerId: '' }} to={t('gdap-requests.bulk.to')} />
    </Columns>
  )
}
