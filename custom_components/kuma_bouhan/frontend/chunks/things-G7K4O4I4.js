import{a as T}from"./chunk-5J4YOCMI.js";import{d as k,e as f,f as b,j as c,k as o,m as v}from"./chunk-2R3BWFY5.js";import{k as r}from"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import{Ka as w,w as $}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as _}from"./chunk-BYHIPRB2.js";import{b as i,e as d}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var R=["requested","out"],j={requested:"warn",denied:"plain",out:"warn",back:"plain"},y=class extends T{constructor(){super(...arguments);this.theme="things";this.watch=k(this,"things")}top({can:t}){return i`${this.acts([{deed:"things/note",can:t.includes("note"),way:"primary"}])}`}body(t){let e=t.takings.filter(({state:s})=>R.includes(s)),a=t.takings.filter(({state:s})=>!R.includes(s));return i`
      ${e.length?i`<section aria-labelledby="takings">
              <h2 id="takings">${this.t("duties.things.takings")}</h2>
              <ul class="list">
                ${e.map(s=>i`<li>${this.taking(s)}</li>`)}
              </ul>
            </section>`:d}
      <section aria-labelledby="things">
        <h2 id="things">${this.t("duties.things.things")}</h2>
        ${t.things.length?i`<ul class="list">
                ${t.things.map(s=>i`<li>${this.thing(s,t.things)}</li>`)}
              </ul>`:i`<p class="card soft">${this.t("duties.things.none")}</p>`}
      </section>
      ${this.elsewhere(t)} ${this.disposals(t)}
      ${a.length?i`<section class="card">
              <details>
                <summary>${w($,20)}${this.t("duties.things.past")}</summary>
                <ul class="rows">
                  ${a.map(s=>this.pastTaking(s))}
                </ul>
              </details>
            </section>`:d}
    `}thing(t,e){let{panel:a}=this,s=r(a,"thing",t.what),n=t.name||s,h=t.due!==null&&Date.parse(t.due)<=Date.now(),l={fixed:{thing:t.thing},about:n},{what:O,place:p,lock:g,key_keeper:u,anti_theft:m}=t,x=i`${t.out!==null?this.tag(this.t("duties.things.out"),"warn"):t.fine===!1?this.tag(this.t("duties.things.not_fine"),"bad"):d}${h?this.tag(this.t("duties.things.due"),"warn"):d}`,D=i`
      ${t.erased?this.note(this.t("duties.erased")):d}
      ${this.facts([["thing",n===s?"":s],["place",p],["lock",g],["key_keeper",u],["anti_theft",m],["checked",t.checked?c(a,t.checked):this.t("duties.things.unchecked")],["due",this.due(t.due,h)]])}
      ${this.acts([{deed:"things/check",can:t.can.includes("check"),way:h?"primary":"",opening:{...l,before:i`${this.facts([["place",p],["lock",g],["key_keeper",u],["anti_theft",m]])}`},of:n},{deed:"things/note",word:"things_change",can:t.can.includes("note"),opening:{...l,given:{what:O,name:t.name,place:p,lock:g,key_keeper:u,anti_theft:m}},of:n},{deed:"things/take_out",can:t.can.includes("take_out"),opening:l,of:n},{deed:"things/dispose",can:t.can.includes("dispose"),opening:{...l,given:{medium:t.name,on:a.format.date(Date.now())}},of:n},{deed:"things/gone",can:t.can.includes("gone"),way:"quiet",opening:l,of:n}])}
    `;return this.item(`thing-${t.thing}`,n,x,D,e)}taking(t){let{panel:e}=this,a=t.thing_name||this.t("duties.things.unnamed"),s=this.t("duties.numbered",{number:t.number,what:a}),n=t.state==="out"&&t.overdue,h={fixed:{number:t.number},about:s,before:i`${this.facts([["taking_reason",t.reason],["where_to",t.where_to],["back_by",b(e,t.due)]])}`};return i`<article class="card" aria-labelledby="taking-${t.number}">
      <div class="head">
        <h3 id="taking-${t.number}">${s}</h3>
        ${n?this.tag(this.t("duties.late"),"bad"):this.tag(this.t(`duties.things.taking.${t.state}`),j[t.state])}
      </div>
      ${this.facts([["taking_reason",t.reason],["where_to",t.where_to],["asked_by",`${o(e,t.by_name)}
${c(e,t.at)}`],["back_by",this.due(t.due,n)],["permitted_by",t.decided&&this.decided(t)]])}
      ${this.acts([{deed:"things/permit",can:t.can.includes("permit"),way:"primary",opening:h,of:s},{deed:"things/deny",can:t.can.includes("deny"),way:"danger",opening:h,of:s},{deed:"things/returned",can:t.can.includes("returned"),way:"primary",opening:h,of:s}])}
    </article>`}decided(t){return[o(this.panel,t.decided_by_name),t.decided&&c(this.panel,t.decided),t.one_person&&this.t("duties.things.one_person"),t.deny_reason].filter(Boolean).join(`
`)}pastTaking(t){let{panel:e}=this,a=t.state==="back"&&t.fine===!1;return i`<li>
      <div class="what">
        <p class="strong">
          ${this.t("duties.numbered",{number:t.number,what:t.thing_name||this.t("duties.things.unnamed")})}
        </p>
        <p class="small soft">${[t.reason,t.where_to].filter(Boolean).join("・")}</p>
        <p class="small soft text">
          ${t.state==="denied"?this.decided(t):[t.back&&c(e,t.back),t.remarks].filter(Boolean).join(`
`)}
        </p>
      </div>
      ${a?this.tag(this.t("duties.things.back_not_fine"),"bad"):this.tag(this.t(`duties.things.taking.${t.state}`),"plain")}
    </li>`}elsewhere({copies:t,looked:e,can:a}){return i`<section class="card" aria-labelledby="elsewhere">
      <h2 id="elsewhere">${this.t("duties.things.elsewhere")}</h2>
      <p class="soft">${this.t("duties.things.elsewhere_what")}</p>
      <ul class="rows">
        ${t.map(s=>this.copy(s))}
        ${e.filter(({camera:s})=>!t.some(n=>n.camera===s)).map(s=>this.looked(s))}
      </ul>
      ${this.acts([{deed:"things/other_copy",can:a.includes("other_copy")}])}
    </section>`}copy(t){let{panel:e}=this,a=v(e,[t.camera]),s=this.t("duties.things.copy_of",{what:r(e,"copy",t.what),place:a}),n=t.days===null?this.t("duties.things.days_unknown",{allowed:t.allowed_days}):this.t("duties.things.days",{count:t.days,allowed:t.allowed_days});return i`<li>
      <div class="what">
        <p class="strong">${s}</p>
        <p class="small ${t.too_long?"bad strong":"soft"}">
          ${n}${t.too_long&&t.days!==null?` ${this.t("duties.things.too_long")}`:""}
        </p>
        <p class="small soft">
          ${[t.place,t.who_sees&&this.t("duties.things.seen_by",{who:t.who_sees})].filter(Boolean).join("・")}
        </p>
      </div>
      <div class="do">
        ${this.acts([{deed:"things/other_copy",word:"things_other_copy_change",can:t.can.includes("other_copy"),opening:{fixed:{copy:t.copy},about:s,given:{camera:t.camera,what:t.what,days:t.days===null?"":String(t.days),place:t.place,who_sees:t.who_sees}},of:s},{deed:"things/other_copy_gone",can:t.can.includes("other_copy_gone"),way:"quiet",opening:{fixed:{copy:t.copy},about:s},of:s}])}
      </div>
    </li>`}looked({camera:t,place:e,at:a,can:s}){return i`<li>
      <div class="what">
        <p class="strong">${e}</p>
        <p class="small soft">
          ${a?this.t("duties.things.nowhere",{day:f(this.panel,a)}):this.t("duties.things.not_looked")}
        </p>
      </div>
      <div class="do">
        ${this.acts([{deed:"things/no_other_copies",can:s.includes("no_other_copies"),opening:{fixed:{camera:t},about:e},of:e}])}
      </div>
    </li>`}disposals({disposals:t,can:e}){return!t.length&&!e.includes("dispose")?d:i`<section class="card" aria-labelledby="disposals">
      <h2 id="disposals">${this.t("duties.things.disposals")}</h2>
      <p class="soft">${this.t("duties.things.disposals_what")}</p>
      ${t.length?i`<ul class="rows">
              ${t.map(a=>this.disposal(a))}
            </ul>`:d}
      ${this.acts([{deed:"things/dispose",can:e.includes("dispose"),opening:{given:{on:this.panel.format.date(Date.now())}}}])}
    </section>`}disposal(t){let{panel:e}=this;return i`<li>
      <div class="what">
        <p class="strong">${t.medium||this.t("duties.things.unnamed")}</p>
        <p class="small soft">
          ${[t.serial&&this.t("duties.things.serial",{serial:t.serial}),r(e,"method",t.method),f(e,t.on)].filter(Boolean).join("・")}
        </p>
        <p class="small soft">
          ${[o(e,t.by_name),t.witness&&this.t("duties.things.witness",{name:t.witness})].filter(Boolean).join("・")}
        </p>
      </div>
    </li>`}};_("kb-theme-things",y);export{y as ThingsTheme};
