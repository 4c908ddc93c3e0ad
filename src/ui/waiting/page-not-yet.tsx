import type { ComponentProps } from 'react'
import { isNotFound } from '../../api/problem-error.ts'
import { NotYet } from './not-yet.tsx'
import { PageHeader } from '../looks/page-header.tsx'
import { EmptyState } from './states.tsx'

type Props = {
  query: ComponentProps<typeof NotYet>['query']
  back?: { to: string; label: string }
  title: string
  /** The title after a failure. */
  failed?: string
  lines: number
  /** For what does not exist, or not for this reader. */
  missing: { title: string; text: string; fix?: string }
}

/** One thing's page while the thing is missing. */
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
