import { answer, done, v1 } from '../base/client.ts'

export const addAnnotation = (id: string, json: { day: string; text: string }) =>
  answer(v1.surveys[':id'].annotations.$post({ param: { id }, json }))
export const changeAnnotation = (
  id: string,
  annotation: string,
  json: { day: string; text: string },
) =>
  answer(v1.surveys[':id'].annotations[':annotation'].$patch({ param: { id, annotation }, json }))
export const removeAnnotation = (id: string, annotation: string) =>
  done(v1.surveys[':id'].annotations[':annotation'].$delete({ param: { id, annotation } }))
export const restoreAnnotation = (id: string, annotation: string) =>
  answer(
    v1.surveys[':id'].annotations[':annotation'].removal.$delete({ param: { id, annotation } }),
  )
