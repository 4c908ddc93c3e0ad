import type { ComponentProps } from 'react'
import { isNotFound } from '../../api/problem-error.ts'
import { NotYet } from './not-yet.tsx'
import { PageHeader } from '../looks/page-header.tsx'
import { EmptyState } from './states.tsx'

type Props = {
  query: ComponentProps<typeof NotYet>['query']
  back?: { to: string; label: string }
  title: string
  /** The title when it could not be read. */
  failed?: string
  lines: number
  /** Said when there is none, or none for this reader. */
  missing: { title: string; text: string; fix?: string }
}

/** The page of one thing while the thing is not there. */
export function PageNotYet({ query, title, failed = title, lines, missing, ...header }: Props) {
  if (isNotFound(query.error)) {
    return (
      <>
        <PageHeader title={missing.title} {...header} />
        <EmptyState title={missing.text}>{missing.fix}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={query.error ? failed : title} {...header} />
      <NotYet query={query} lines={lines} />
    </>
  )
}
