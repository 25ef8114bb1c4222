import { ApiError } from '../base/client.ts'
import { base } from '../base/path.ts'

export type Upload = { done: Promise<{ id: string }>; cancel: () => void }

/**
 * Sends a file to a survey. Not by fetch, which doesn't tell how much is sent.
 * @param onProgress called with the share (0–1) that has been sent
 */
export function uploadFile(
  surveyId: string,
  file: File,
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<{ id: string }>((resolve, reject) => {
    const query = new URLSearchParams({ name: file.name })
    request.open('POST', `${base}/api/v1/surveys/${surveyId}/import-files?${query}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    )
    request.addEventListener('load', () => {
      const body = request.response as { id: string; detail?: string } | null
      if (request.status === 201 && body) resolve(body)
      else reject(new ApiError(request.status, body?.detail ?? ''))
    })
    request.addEventListener('error', () => reject(new TypeError('The connection was cut.')))
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')))
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}
