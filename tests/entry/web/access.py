"""Who may open what: written by hand, compared with every address the program answers."""

from guatu.domain.kernel.acting import Role
from guatu.entry.web.routing import PUBLIC, SIGNED_IN

EVERYONE = frozenset(Role)
NO_LIAISON = EVERYONE - {Role.LIAISON}
NO_VIEWER = EVERYONE - {Role.VIEWER}
OFFICE = frozenset({Role.CLERK, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR})
CLERK = frozenset({Role.CLERK})
CLERK_OR_ADMINISTRATOR = frozenset({Role.CLERK, Role.ADMINISTRATOR})
HEADS = frozenset({Role.APPROVER, Role.LEADER})
LIAISON = frozenset({Role.LIAISON})
REPORTERS = frozenset({Role.CLERK, Role.LIAISON})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

_PAGES = {
    PUBLIC: """
        sign-in/
        sign-in/link/<str:secret>/
        sign-out/
    """,
    SIGNED_IN: """
        account/
        account/acting/
    """,
    EVERYONE: """
        /
        account/password/
        units/
        units/<int:unit_id>/
        people/
        people/<int:person_id>/
        matters/
        matters/<int:matter_id>/
        matters/<int:matter_id>/notice.pdf
        matters/ledger.xlsx
        matters/template.xlsx
        evidence/<int:evidence_id>/file/
        works/
        works/<int:work_id>/
        works/<int:work_id>/plan.json
        works/<int:work_id>/plan.<str:form>
        wall/
        wall/print/
        wall/sheet.<str:form>
        watch/
        watch/what-if/
        watch/<int:alert_id>/
        watch/<int:alert_id>/orders.pdf
        watch/list/
    """,
    NO_LIAISON: """
        journal/
        journal/<str:label>/<int:row_id>/
        sources/
        sources/<int:source_id>/
        sources/<int:source_id>/file/
        sources/<int:source_id>/beside/<int:other_id>/
        sources/<int:source_id>/pages/<int:number>/
        records/
        works/levelling/
        works/levelling/<int:run_id>/
    """,
    NO_VIEWER: """
        watch/orders/<int:order_id>/confirm/
        works/<int:work_id>/progress/
        works/<int:work_id>/plan/
        works/<int:work_id>/risk/
        works/<int:work_id>/edit/
        works/<int:work_id>/undo/
    """,
    OFFICE: """
        watch/receive/
        watch/<int:alert_id>/lift/
        watch/<int:alert_id>/resume/
        works/<int:work_id>/freeze/
    """,
    CLERK_OR_ADMINISTRATOR: """
        works/add/
        watch/list/add/
        watch/list/<int:source_id>/
        works/<int:work_id>/change/
        works/levelling/start/
        works/levelling/resources/add/
        works/levelling/resources/<int:resource_id>/
        works/levelling/resources/<int:resource_id>/remove/
        works/levelling/<int:run_id>/stop/
        works/levelling/<int:run_id>/take-over/
        works/levelling/<int:run_id>/take-back/
    """,
    CLERK: """
        sources/upload/
        sources/<int:source_id>/read/
        sources/<int:source_id>/withdraw/
        sources/<int:source_id>/advise/
        sources/<int:source_id>/records/<str:record_id>/keep/
        records/<int:record_id>/release/
        sources/<int:source_id>/merge/
        sources/<int:source_id>/accept/
        sources/<int:source_id>/accept-sure/
        proposals/<int:proposal_id>/
        proposals/<int:proposal_id>/confirm/
        proposals/<int:proposal_id>/edit/
        proposals/<int:proposal_id>/drop/
        proposals/<int:proposal_id>/split/
        proposals/<int:proposal_id>/reopen/
        matters/add/
        matters/load/
        matters/<int:matter_id>/revise/
        matters/<int:matter_id>/drop/
        matters/<int:matter_id>/issue/
        matters/<int:matter_id>/verify/
        matters/<int:matter_id>/return/
        matters/<int:matter_id>/close/
        matters/<int:matter_id>/reopen/
    """,
    HEADS: """
        matters/<int:matter_id>/register/
        matters/<int:matter_id>/send-back/
        matters/<int:matter_id>/complete/
        matters/<int:matter_id>/order-anew/
        matters/<int:matter_id>/suspend/
        matters/<int:matter_id>/resume/
        matters/<int:matter_id>/extension/<int:extension_id>/
    """,
    LIAISON: """
        matters/<int:matter_id>/sign/
        matters/<int:matter_id>/object/
        matters/<int:matter_id>/start/
        matters/<int:matter_id>/inform/
        matters/<int:matter_id>/part/
        matters/<int:matter_id>/report/
        matters/<int:matter_id>/extension/
    """,
    REPORTERS: """
        matters/<int:matter_id>/evidence/
    """,
    ADMINISTRATOR: """
        design/
        units/add/
        units/<int:unit_id>/change/
        units/<int:unit_id>/close/
        people/add/
        people/<int:person_id>/change/
        people/<int:person_id>/appoint/
        people/<int:person_id>/posts/<int:post_id>/end/
        people/<int:person_id>/posts/<int:post_id>/deputy/
        people/<int:person_id>/account/open/
        people/<int:person_id>/account/close/
        people/<int:person_id>/account/link/
    """,
}

# What the API lets in; the rule of each action narrows evidence and extensions further.
_CALLS = {
    EVERYONE: """
        GET /account
        POST /account/acting
        PUT /account/password
        GET /home
        GET /units
        GET /units/{int:unit_id}
        GET /people
        GET /people/{int:person_id}
        GET /people/{int:person_id}/posts
        GET /matters
        GET /matters/counts
        GET /matters/{matter_id}
        GET /matters/{matter_id}/notice.pdf
        GET /evidence/{evidence_id}/file
        POST /matters/{matter_id}/evidence
        POST /matters/{matter_id}/extension
        POST /extensions/{extension_id}/decide
        GET /works
        GET /works/{work_id}
        GET /works/{work_id}/schedule
        GET /works/{work_id}/plan
        GET /works/{work_id}/plan.{form}
        GET /works/{work_id}/control
        GET /works/{work_id}/risk
        POST /works/{work_id}/what-if
        GET /wall/sheet.{form}
        GET /alerts
        GET /alerts/{alert_id}
        POST /alerts/what-if
        GET /emission-sources
    """,
    NO_VIEWER: """
        PUT /works/{work_id}/plan
        POST /works/{work_id}/risk
        POST /works/{work_id}/edits
        POST /works/{work_id}/undo
        PUT /works/{work_id}/activities/{activity}
        DELETE /works/{work_id}/activities/{activity}
        POST /orders/{order_id}/confirm
    """,
    OFFICE: """
        POST /works/{work_id}/baselines
        POST /alerts
        POST /alerts/{alert_id}/lift
        POST /alerts/{alert_id}/resume
    """,
    CLERK_OR_ADMINISTRATOR: """
        POST /works
        PUT /works/{work_id}
        POST /emission-sources
        PUT /emission-sources/{source_id}
        POST /resources
        PUT /resources/{resource_id}
        DELETE /resources/{resource_id}
        POST /levelling-runs
        POST /levelling-runs/{run_id}/stop
        POST /levelling-runs/{run_id}/take-over
        POST /levelling-runs/{run_id}/take-back
    """,
    NO_LIAISON: """
        GET /journal
        GET /journal/head
        GET /journal/rows/{str:label}/{int:row_id}
        GET /sources
        GET /sources/{source_id}
        GET /sources/{source_id}/file
        GET /sources/{source_id}/pages/{number}
        GET /records
        GET /sources/{source_id}/beside/{other_id}
        GET /resources
        GET /levelling-runs
        GET /levelling-runs/{run_id}
    """,
    CLERK: """
        POST /sources
        POST /sources/{source_id}/read
        DELETE /sources/{source_id}
        POST /sources/{source_id}/advise
        POST /sources/{source_id}/records/{record_id}/keep
        DELETE /records/{record_id}
        POST /proposals/accept
        POST /proposals/merge
        POST /proposals/{proposal_id}/confirm
        POST /proposals/{proposal_id}/edit
        POST /proposals/{proposal_id}/drop
        POST /proposals/{proposal_id}/split
        POST /proposals/{proposal_id}/reopen
        POST /matters
        PUT /matters/{matter_id}
        POST /matters/{matter_id}/drop
        POST /matters/{matter_id}/issue
        POST /matters/{matter_id}/verify
        POST /matters/{matter_id}/return
        POST /matters/{matter_id}/close
        POST /matters/{matter_id}/reopen
    """,
    HEADS: """
        POST /matters/{matter_id}/register
        POST /matters/{matter_id}/send-back
        POST /matters/{matter_id}/complete
        POST /matters/{matter_id}/order-anew
        POST /matters/{matter_id}/suspend
        POST /matters/{matter_id}/resume
    """,
    LIAISON: """
        POST /matters/{matter_id}/sign
        POST /matters/{matter_id}/object
        POST /matters/{matter_id}/start
        POST /matters/{matter_id}/inform
        POST /matters/{matter_id}/part
        POST /matters/{matter_id}/report
    """,
    ADMINISTRATOR: """
        POST /units
        PUT /units/{int:unit_id}
        POST /units/{int:unit_id}/close
        POST /people
        PUT /people/{int:person_id}
        POST /people/{int:person_id}/posts
        POST /posts/{int:post_id}/end
        POST /posts/{int:post_id}/deputies
        POST /people/{int:person_id}/account
        DELETE /people/{int:person_id}/account
        POST /people/{int:person_id}/link
    """,
}

PAGES = {address.strip(): rights for rights, text in _PAGES.items() for address in text.split()}
CALLS = {
    call.strip(): rights for rights, text in _CALLS.items() for call in text.strip().splitlines()
}
