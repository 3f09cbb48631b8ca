/**
 * The packages with Node's binaries declare their platform as a string instead of a list, so pnpm would install the Windows
 * binary everywhere. The lock file keeps the corrected lists. The Linux binaries need glibc.
 */
export const hooks = {
  readPackage(manifest) {
    if (!/^node-(bin-)?(darwin|linux|win)-\w+$/.test(manifest.name)) return manifest
    const os = [manifest.os].flat()
    return { ...manifest, os, cpu: [manifest.cpu].flat(), ...(os.includes('linux') && { libc: ['glibc'] }) }
  },
}
