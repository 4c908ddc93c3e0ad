import type { UseQueryResult } from '@tanstack/react-query'
import type { Elements } from '../elements.ts'
import { SkeletonLines } from './skeleton.tsx'
import { ErrorState } from './states.tsx'

type Props = {
  query: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch'>
  compact?: boolean
  lines?: number
  height?: string
  /** What stands there until the answer comes; lines without it. */
  children?: Elements
}

/** In the place of an answer that is not there: why it failed and the way to ask again, or what waits for it. */
export function NotYet({ query: { error, isFetching, refetch }, compact = false, children, ...lines }: Props) {
  if (error) return <ErrorState compact={compact} error={error} retrying={isFetching} onRetry={() => void refetch()} />
  return children === undefined ? <SkeletonLines {...lines} /> : children
}
