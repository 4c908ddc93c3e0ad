import { request, type RequestOptions } from './request.ts'

/** Does what is answered without a body; true once it is done. */
export const done = async (path: string, options: RequestOptions): Promise<true> => {
  await request<undefined>(path, options)
  return true
}
