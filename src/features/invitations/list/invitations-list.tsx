import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { mostChased } from '../../../../domain/invitations/chasing.ts'
import type { Invitation, InvitationsView } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { PagedGrid } from '../../../ui/data-grid/paged-grid.tsx'
import { useRowChoice } from '../../../ui/data-grid/use-row-choice.tsx'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { Stack } from '../../../ui/looks/layout.tsx'
import { ListTotal } from '../../../ui/lists/list-total.tsx'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useChosen } from '../../../ui/lists/use-chosen.ts'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { ChaseBar } from '../chase/chase-bar.tsx'
import { forWhom } from '../new/for-whom.ts'
import { invitationColumns } from './invitation-columns.tsx'
import { firstInvitations, invitationQueries } from '../invitation-queries.ts'
import styles from './invitations.module.css'
import { InvitationsToolbar } from './invitations-toolbar.tsx'

type Props = {
  actor: Actor
  sendsMail: boolean
  at: ListAt<InvitationsView>
  linkTo: (id: string) => string
  /** Replaces the rows when there are no invitations at all. */
  empty: Elements
}

const rowId = (invitation: Invitation) => invitation.id

/** The invitation list; the page's address is its view. */
export function InvitationsList({ actor, sendsMail, at, linkTo, empty }: Props) {
  const words = useWords()
  const now = useNow()
  const { t, formatNumber } = words
  const list = useInfiniteQuery(invitationQueries.list(at.view))
  const { data, isPlaceholderData: stale } = list
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const chosen = useChosenOf(at.keptAs.view)
  const labelOf = useCallback((invitation: Invitation) => t('chase.choose', { name: forWhom(invitation, t) }), [t])
  const { column, onRowKey } = useRowChoice(rows, chosen, { header: t('chase.column'), labelOf })
  const columns = useMemo(() => [column, ...invitationColumns(words, actor, now)], [column, words, actor, now])
  const all = useAction('invitations', () => firstInvitations(at.view, mostChased))
  const region = useRef<HTMLDivElement>(null)
  const rowLink = useCallback((invitation: Invitation) => linkTo(invitation.id), [linkTo])
  const total = data?.pages.at(-1)?.total
  const isEmpty = total?.count === 0 && !at.isNarrowed && !stale

  const onChooseAll = async () => chosen.put((await all.run(undefined)) ?? [], true)
  const { byId, put } = chosen
  const chosenRows = useMemo(() => {
    const loaded = new Map(byId.size > 0 ? rows.map((row) => [row.id, row]) : [])
    return [...byId.values()].map((row) => loaded.get(row.id) ?? row)
  }, [byId, rows])
  const onDone = useCallback((ids: readonly string[]) => put([...byId.values()].filter(({ id }) => ids.includes(id)), false), [byId, put])
  const onFocusLost = useCallback(() => region.current?.focus(), [])

  return (
    <>
      {!isEmpty && (
        <FilterFold inForce={at.view}><InvitationsToolbar at={at} viewer={actor.organization.kind} /></FilterFold>
      )}
      <ListTotal hidden={isEmpty} list={list} at={at} clear={t('invitations.list.clear')} outdated={t('invitations.list.failed')}>
        {total && (total.capped
          ? t('invitations.list.total.capped', { count: formatNumber(total.count) })
          : t('invitations.list.total', { count: total.count }))}
      </ListTotal>
      <ChaseBar actor={actor} sendsMail={sendsMail} chosen={chosenRows} onDone={onDone} onClear={chosen.clear} onFocusLost={onFocusLost}
        linkTo={linkTo} more={total && (total.capped || total.count > chosen.byId.size) && (
          <Button variant="subtle" icon="check" pending={all.isRunning || stale} onPress={() => void onChooseAll()}>
            {t(total.capped || total.count > mostChased ? 'chase.first' : 'chase.all', { count: Math.min(total.count, mostChased) })}
          </Button>
        )} />
      <Stack ref={region} tabIndex={-1} quiet className={styles.region}>
        <PagedGrid label={t('invitations.title')} list={list} at={at} columns={columns} rowId={rowId} rowLink={rowLink}
          onRowKey={onRowKey} empty={empty} noMatch={{
            title: t('invitations.list.empty.filtered.title'), text: t('invitations.list.empty.filtered.body'),
          }} />
      </Stack>
    </>
  )
}

/** The choice belongs to one view, so that it is always among the listed rows. */
function useChosenOf(view: string) {
  const chosen = useChosen<Invitation>(mostChased)
  const [chosenIn, setChosenIn] = useState(view)
  if (chosenIn !== view) {
    setChosenIn(view)
    chosen.clear()
  }
  return chosen
}
