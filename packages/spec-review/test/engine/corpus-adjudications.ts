/** Why entries of the corpus get another verdict here. */
export interface Adjudication {
  /** `fact` where the two documents decide the question, `policy` where the two tools want different things. */
  kind: 'fact' | 'policy'
  reason: string
  entries: string[]
}

export const ADJUDICATIONS: Adjudication[] = [
  {
    kind: 'policy',
    reason:
      'Sunset dates and stability levels are rules of oasdiff about how to deprecate. No request and no response changes; a deprecation is minor here, its date is wording.',
    entries: [
      'TestBreaking_DeprecationWithEarlySunset',
      'TestBreaking_DeprecationWithInvalidJsonSunset',
      'TestBreaking_DeprecationWithoutSunsetWithPolicy',
      'TestBreaking_SunsetDeletedForDeprecatedAndRenamedParameter',
      'TestBreaking_SunsetDeletedForDeprecatedParameter',
      'TestBreaking_SunsetDeleted_WithSources',
      'TestBreaking_SunsetModifiedFromInvalidForDeprecatedEndpoint',
      'TestBreaking_SunsetModifiedToInvalidForDeprecatedParameter',
      'TestRequestPropertyDeprecation_WithoutSunsetWithPolicy',
      'TestResponsePropertyDeprecation_WithInvalidSunset',
      'TestResponsePropertyDeprecation_WithoutSunsetWithPolicy',
    ],
  },
  {
    kind: 'policy',
    reason:
      'A default that is written down for the first time says what was so or is decided now: minor. Changing or removing one is major.',
    entries: ['TestBreaking_SettingOptionalParamDefaultValue'],
  },
  {
    kind: 'fact',
    reason: 'The keyword says nothing about values of the type beside it, such as `minItems` of a string.',
    entries: [
      'TestBreaking_ResponseMinItemsSmaller',
      'TestRequestBodyMaxDecreasedCheck',
      'TestRequestBodyMinLengthIncreased',
      'TestRequestParameterMaxDecreased',
      'TestRequestParameterMaxItemsDecreased',
    ],
  },
  {
    kind: 'fact',
    reason: 'The property is one of `type: string`, which has no properties.',
    entries: [
      'TestResponsePropertyFormatChangedCheck',
      'TestResponsePropertyFormatRemovedCheck',
      'TestResponsePropertyTypeChangedCheck',
      'TestResponseSchemaTypeMultiCheck',
    ],
  },
  {
    kind: 'fact',
    reason: 'The property is `readOnly`: no request has it, and responses narrow.',
    entries: ['TestBreaking_AddPattern', 'TestBreaking_AddPatternRecursive'],
  },
  {
    kind: 'fact',
    reason: 'The added schema repeats what those beside it say.',
    entries: ['TestBreaking_RequestPropertyAllOfAdded', 'TestRequestPropertyAllOfAdded_WithSources_Ref'],
  },
  {
    kind: 'fact',
    reason: 'Each value of the alternative that goes satisfies one that stays.',
    entries: ['TestRequestPropertyAnyOfRemoved'],
  },
  {
    kind: 'fact',
    reason: 'What is added is an optional property, which nothing named before.',
    entries: ['TestRequestBodyDependentSchemaAdded'],
  },
  {
    kind: 'policy',
    reason: 'What is deprecated still works until it goes; going is major.',
    entries: ['TestBreaking_DeprecationPathPast', 'TestBreaking_PathDeprecationNoSunset'],
  },
  {
    kind: 'policy',
    reason: 'Generated clients name their functions by `operationId`, this one among them.',
    entries: ['TestBreaking_OperationID', 'TestBreaking_OperationIdRemoved'],
  },
  {
    kind: 'policy',
    reason: 'A call that leaves the property out gets another behaviour, in a body as in a parameter.',
    entries: ['TestRequestBodyDefaultValueRemoving', 'TestRequestPropertyDefaultValueChanged'],
  },
  {
    kind: 'policy',
    reason: 'A property that becomes `readOnly` is ignored where callers sent it.',
    entries: ['TestRequestReadOnlyPropertyMaxDecreasedCheck'],
  },
  {
    kind: 'fact',
    reason: 'A call that was let in is rejected now.',
    entries: ['TestAPIGlobalSecurityyAdded', 'TestAPISecurityScopeAdded'],
  },
  {
    kind: 'fact',
    reason: 'The property must be sent now and could not be before.',
    entries: ['TestRequestRequiredPropertyBecameNonReadOnly'],
  },
  {
    kind: 'fact',
    reason: 'Answers may hold strings that the old pattern excluded.',
    entries: [
      'TestBreaking_DeletePatten',
      'TestBreaking_GeneralizedPattern',
      'TestBreaking_ModifyPatternToAnyString',
      'TestResponsePropertyPatternChanged',
      'TestResponsePropertyPatternRemoved',
    ],
  },
  {
    kind: 'fact',
    reason: 'The pair moves the other bound of `contains` as well, which breaks the side.',
    entries: [
      'TestRequestBodyMaxContainsIncreased',
      'TestRequestBodyMinContainsDecreased',
      'TestResponseBodyMinContainsIncreased',
      'TestResponsePropertyMaxContainsDecreased',
      'TestResponsePropertyMinContainsIncreased',
    ],
  },
  {
    kind: 'fact',
    reason: 'The first item was a string and is an integer, or the reverse.',
    entries: ['TestRequestBodyPrefixItemsAdded', 'TestResponseBodyPrefixItemsRemoved'],
  },
  {
    kind: 'fact',
    reason: 'The pair changes the media type and the encoding of the content as well.',
    entries: ['TestRequestBodyContentSchemaRemoved'],
  },
  {
    kind: 'fact',
    reason: 'The alternatives of the `oneOf` overlap, so that one more or less decides what is rejected.',
    entries: ['TestRequestPropertyOneOfAdded', 'TestResponsePropertyOneOfRemoved'],
  },
  {
    kind: 'fact',
    reason: 'A tag that callers sent is no longer in the mapping.',
    entries: ['TestRequestDiscriminatorUpdatedCheckMappingChanging'],
  },
  {
    kind: 'fact',
    reason: 'An object became a string.',
    entries: ['TestRequestBodyTypeLooselyTypedCompatible', 'TestResponseBodyTypeLooselyTypedCompatible'],
  },
  {
    kind: 'fact',
    reason: 'The response has another media type: whoever asks for the old one does not get it.',
    entries: ['TestSpecializeMediaTypeName'],
  },
]
