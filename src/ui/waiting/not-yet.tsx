import type { UseQueryResult } from '@tanstack/react-query'
import type { Elements } from '../elements.ts'
import { Box, type Looks } from '../looks/layout.tsx'
import { SkeletonLines } from './skeleton.tsx'
import { ErrorState } from './states.tsx'

type Props = {
  query: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch'>
  compact?: boolean
  lines?: number
  height?: string
  /** The room around the lines, in a card that is flush. */
  pad?: Looks['pad']
  /** Shown while loading, in place of lines. */
  children?: Elements
}

/** Replaces missing data: the failure with a retry, or a placeholder. */
export function NotYet({ query: { error, isFetching, refetch }, compact = false, children, pad, ...lines }: Props) {
  if (error) return <ErrorState compact={compact} error={error} retrying={isFetching} onRetry={() => void refetch()} />
  if (children !== undefined) return children
  return pad === undefined ? <SkeletonLines {...lines} /> : <Box pad={pad}><SkeletonLines {...lines} /></Box>
}
