const encoder = new TextEncoder()

/**
 * Streams text as a body; stops the source when the reader is gone. Hono's helpers set headers that a page may not set, and write error
 * messages into the response.
 */
export function streamed(source: AsyncGenerator<string, void, void>, stop: () => void = () => undefined): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel() {
      stop()
      // Not awaited: a busy source ends by itself.
      void source.return()
    },
  })
}
