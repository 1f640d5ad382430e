export const globalConditionKeys = [
    {
        key: 'aws:PrincipalTag/tag-key',
        category: 'principal',
        type: 'String',
        description: 'Prose'
    },
    {
        key: 'aws:CalledVia',
        category: 'request',
        type: 'ArrayOfString',
        description: ''
    }
];
