import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { locales } from '../../../domain/session/locales.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { TemplateEditor } from '../../features/invitations/templates/template-editor.tsx'
import { templateQueries } from '../../features/invitations/templates/template-queries.ts'
import styles from '../../features/invitations/templates/templates.module.css'
import { useActor, useSendsMail } from '../../features/session/session.ts'
import { languageNames, useWords } from '../../i18n/use-words.ts'
import { Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { Select } from '../../ui/forms/select.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

/** The organisation's invitation texts by language, which the address names. */
export function Component() {
  const { t, locale } = useWords()
  const actor = useActor()
  const sendsMail = useSendsMail()
  const [params, setParams] = useSearchParams()
  const verdict = canCreateInvitation(actor, ownPolicy())
  const { data, ...query } = useQuery({ ...templateQueries.list(), enabled: verdict.allowed })
  const language = locales.find((each) => each === params.get('language')) ?? locale
  const template = data?.items.find((each) => each.language === language)
  return (
    <>
      <PageHeader title={t('kit.templates')} back={{ to: paths.invitations, label: t('invitations.all') }}
        lead={verdict.allowed && t('kit.templates.lead')} />
      {!verdict.allowed ? <EmptyState title={t('kit.templates.refused')}><Reason refusal={verdict} /></EmptyState> : (
        <Stack gap={5}>
          <Select className={styles.language} label={t('kit.language')} value={language}
            options={locales.map((value) => ({ value, label: languageNames[value] }))}
            onChange={({ target }) => setParams({ language: target.value }, { replace: true })} />
          {template ? <TemplateEditor key={language} {...{ actor, sendsMail, template }} /> : <NotYet query={query} lines={12} />}
        </Stack>
      )}
    </>
  )
}
