/** Where approvals are committed, from the root of the repository. */
export const approvalsFile = '.changeset/approved-breaks.yaml'
