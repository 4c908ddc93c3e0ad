import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { rolesOf } from '../../../domain/gdap/granted-facts.ts'
import { canEdit, canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { isNotFound } from '../../api/problem-error.ts'
import { paths } from '../../app/paths.ts'
import type { RequestLinks } from '../../features/gdap/request/customer/customer-fields.tsx'
import { NewRequest } from '../../features/gdap/request/new-request.tsx'
import type { Made } from '../../features/gdap/request/use-request-draft.ts'
import { type Begun, type Start, startOf, useRequestStart } from '../../features/gdap/request/use-request-start.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { SkeletonLines } from '../../ui/waiting/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/waiting/states.tsx'

/** A new request, a renewal or a draft, by the address. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const [search] = useSearchParams()
  const start = startOf(search)
  const verdict = canRequestGdap(actor, ownPolicy())
  const title = t(start.from === 'draft' ? 'gdap-requests.title.draft'
    : start.from === 'renewal' ? 'gdap-requests.title.renewal' : 'gdap-requests.title')
  const back = start.from === 'draft' || start.from === 'renewal'
    ? { to: paths.gdap(start.id), label: t('gdap-requests.back.relationship') }
    : { to: paths.gdapList, label: t('gdap-board.title') }
  return (
    <>
      <PageHeader title={title} back={back} lead={verdict.allowed && t('gdap-requests.lead')} />
      {verdict.allowed
        ? <Request key={search.toString()} actor={actor} start={start} cancelTo={back.to} />
        : (
          <EmptyState title={t('gdap-requests.refused')} action={<ButtonLink to={paths.home}>{t('app.nav.home')}</ButtonLink>}>
            <Reason refusal={verdict} />
          </EmptyState>
        )}
    </>
  )
}

type Props = { actor: Actor; start: Start; cancelTo: string }

function Request({ actor, start, cancelTo }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { begun, error, isFetching, retry, refetch } = useRequestStart(start, actor.organization.id)
  const [held, setHeld] = useState<Begun>()
  const [round, setRound] = useState(1)
  // Keeps the form's start; a change elsewhere shows at saving, not while typing.
  if (begun && !held) setHeld(begun)
  if (!held) {
    if (isNotFound(error)) throw error
    return <Card>{error ? <ErrorState error={error} retrying={isFetching} onRetry={retry} /> : <SkeletonLines lines={10} />}</Card>
  }
  const { relationship } = held
  const links: RequestLinks = { cancel: cancelTo, invite: paths.newInvitation, relationship: paths.gdap }
  if (start.from === 'draft' && relationship) {
    const verdict = canEdit(actor, { ...relationship, roles: rolesOf(relationship), autoExtendDuration: 'PT0S' })
    if (!verdict.allowed) {
      return (
        <EmptyState title={t('gdap-requests.refused.draft')}
          action={<ButtonLink to={paths.gdap(relationship.id)}>{t('gdap-requests.back.relationship')}</ButtonLink>}>
          <Reason refusal={verdict} />
        </EmptyState>
      )
    }
  }
  const reload = async () => {
    await refetch()
    setHeld(undefined)
    setRound(round + 1)
  }
  const onMade = (made: Made) => {
    void queries.invalidateQueries({ queryKey: ['delegated-admin'] })
    sayMade(made, t)
    void navigate(paths.gdap(made.id))
  }
  return (
    <NewRequest key={round} actor={actor} begun={held} isDraft={start.from === 'draft'} links={links} onMade={onMade}
      onReload={() => void reload()} />
  )
}

function sayMade(made: Made, t: ReturnType<typeof useWords>['t']): void {
  if (made.as !== 'not_finalised') return showToast(t(`gdap-requests.made.${made.as}`))
  showToast(t(made.why ? 'gdap-requests.made.not_finalised' : 'gdap-requests.made.unknown', made.why ? { why: made.why } : {}), 'caution')
}
