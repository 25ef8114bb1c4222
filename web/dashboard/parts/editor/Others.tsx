export function Others() {
  return null
}
