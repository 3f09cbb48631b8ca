/**
 * The packages of Node's binaries name their platform as text, where npm's manifests have lists, so pnpm would install
 * Windows' everywhere. The lock file keeps what this says. The Linux binaries need glibc.
 */
export const hooks = {
  readPackage(manifest) {
    if (!/^node-(bin-)?(darwin|linux|win)-\w+$/.test(manifest.name)) return manifest
    const os = [manifest.os].flat()
    return { ...manifest, os, cpu: [manifest.cpu].flat(), ...(os.includes('linux') && { libc: ['glibc'] }) }
  },
}
