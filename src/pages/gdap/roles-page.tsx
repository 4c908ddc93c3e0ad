import { useQuery } from '@tanstack/react-query'
import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { partnerKindOf } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { roleQueries } from '../../features/gdap/role-queries.ts'
import { RoleCatalogue } from '../../features/gdap/roles/role-catalogue.tsx'
import { roleView } from '../../features/gdap/roles/role-filter.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { useListView } from '../../ui/lists/use-list-view.ts'

const linkToTemplate = (id: string) => `${paths.roleTemplates}#${encodeURIComponent(id)}`

/** The catalogue of built-in roles; the address is the view or a role. */
export function Component() {
  const { t, locale } = useWords()
  const actor = useActor()
  const at = useListView(roleView, { replace: true })
  const isPartner = partnerKindOf(actor) !== undefined
  const available = isGdapAvailable(ownPolicy())
  const templates = useQuery({ ...roleQueries.templates(locale), enabled: isPartner })
  return (
    <>
      <PageHeader title={t('role-templates.roles')} lead={t('role-templates.roles.lead')}
        {...(isPartner && { back: { to: paths.gdapList, label: t('gdap-board.title') } })}
        action={isPartner && <ButtonLink to={paths.roleTemplates} icon="document">{t('role-templates.title')}</ButtonLink>} />
      <RoleCatalogue at={at} templates={templates.data?.items ?? []} linkToTemplate={linkToTemplate}
        note={!available.allowed && <Reason refusal={available} />} />
    </>
  )
}
