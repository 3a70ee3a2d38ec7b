import{a as b}from"./chunk-AJBVWED3.js";import{a as x}from"./chunk-5J4YOCMI.js";import{d as v,i as w,j as p,k as d,m}from"./chunk-2R3BWFY5.js";import{k as l}from"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import{a as g}from"./chunk-ZIN35BPL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import{E as y,Ea as f,Ka as c}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as u}from"./chunk-BYHIPRB2.js";import{b as i,e as n,i as $}from"./chunk-LBO2O6FZ.js";import{a as h}from"./chunk-LO2NM3CE.js";var o=class extends x{constructor(){super(...arguments);this.theme="complaints";this.watch=v(this,"complaints");this.explanation=""}made(t,e){let s=this.panel.may("answer_complaint");return e==="complaints/receive"&&s?String(t.number):null}top({can:t,officers:e}){return i`${this.acts([{deed:"complaints/receive",can:t.includes("receive"),way:"primary",opening:{people:e,given:{officer:e.length===1?e[0]?.user_id:""}}}])}`}body(t,e){let s=this.panel.may("answer_complaint");if(e){let a=t.complaints.find(({number:r})=>String(r)===e);return a?this.complaint(a):this.notFound()}return i`
      ${s?n:this.note(this.t("duties.complaints.only_receive"))}
      <p class="soft">
        ${this.t("duties.complaints.days",{answer:t.answer_days,closing:t.closing_days})}
      </p>
      ${t.complaints.length?i`<ul class="card links">
              ${t.complaints.map(a=>i`<li>${this.line(a)}</li>`)}
            </ul>`:s?i`<p class="card soft">${this.t("duties.complaints.none")}</p>`:n}
      ${s?this.saying():n}
    `}named({number:t,what:e}){return this.t("duties.numbered",{number:t,what:l(this.panel,"complaint",e)})}stateTag({state:t,overdue:e}){return e?this.tag(this.t("duties.late"),"bad"):this.tag(this.t(`duties.complaints.state.${t}`),t==="closed"?"plain":t==="received"?"warn":"")}next(t){return t.state==="closed"?"":t.state==="received"?t.answer_due:t.closing_due}line(t){let e=this.next(t),s=e?w(this.panel,e,t.overdue):null;return this.link(["duties","complaints",String(t.number)],i`
        <span class="title">${this.named(t)}</span>
        <span class="side">${this.stateTag(t)}</span>
        <p class="small soft">
          ${[p(this.panel,t.received),l(this.panel,"way",t.way),m(this.panel,t.cameras)].filter(Boolean).join("・")}
        </p>
        ${s?i`<p class="small ${s.kind==="bad"?"bad strong":"soft"}">${s.text}</p>`:n}
      `,"item")}complaint(t){let{panel:e}=this,{number:s}=t,a=this.named(t),r=(T,C)=>!C&&t.overdue&&Date.parse(T)<=Date.now(),_=[{deed:"complaints/answer",can:t.can.includes("answer"),way:t.state==="received"?"primary":"",opening:{fixed:{number:s},about:a,cameras:t.cameras,given:{way:t.way}}},{deed:"complaints/close",can:t.can.includes("close"),way:t.state==="answered"?"primary":"",opening:{fixed:{number:s},about:a}}];return i`
      <section class="card" aria-labelledby="about">
        <div class="head">
          <h2 id="about">${a}</h2>
          ${this.stateTag(t)}
        </div>
        ${t.erased?this.note(this.t("duties.erased")):n}
        ${this.facts([["complaint_text",t.text],["received",`${p(e,t.received)}
${l(e,"way",t.way)}`],["cameras",m(e,t.cameras)],["complainant",t.erased?"":t.name||this.t("duties.complaints.unnamed")],["contact",t.contact],["officer",t.officer&&d(e,t.officer_name)],["received_by",d(e,t.by_name)],["answer_due",this.due(t.answer_due,r(t.answer_due,t.state!=="received"))],["closing_due",this.due(t.closing_due,r(t.closing_due,t.state==="closed"))]])}
        ${this.acts(_,this.printer("complaint",this.t("duties.paper.complaint"),{number:s}))}
      </section>
      ${this.history(t)} ${t.state==="closed"?n:this.saying(t.cameras)}
    `}history(t){if(!t.answers.length&&!t.closed)return n;let{panel:e}=this;return i`<section class="card" aria-labelledby="history">
      <h2 id="history">${this.t("duties.history")}</h2>
      <ol class="history">
        ${t.answers.map(({at:s,way:a,explained:r})=>i`<li>
              <p><strong>${this.t("duties.complaints.answered")}</strong></p>
              <p class="small soft">${p(e,s)}・${l(e,"way",a)}</p>
              <p class="text">${r}</p>
            </li>`)}
        ${t.closed?i`<li>
                <p><strong>${this.t("duties.complaints.closed")}</strong></p>
                <p class="small soft">${p(e,t.closed)}</p>
                ${t.outcome?i`<p>${l(e,"outcome",t.outcome)}</p>`:n}
                <p class="text">${t.remarks}</p>
              </li>`:n}
      </ol>
    </section>`}async explain(t){try{this.explanation=await b(this.panel,t)}catch(e){this.panel.say(this.panel.words(e))}}async copied(){let t=await g(this.explanation);this.panel.say(this.t(t?"duties.copied":"duties.not_copied"))}saying(t){let e=(this.panel.overview.cameras??[]).map(({camera:s})=>s);return i`<section class="card" aria-labelledby="saying">
      <h2 id="saying">${this.t("duties.explain.heading")}</h2>
      <p class="soft">${this.t("duties.explain.what")}</p>
      ${this.explanation?i`<p class="said" tabindex="0">${this.explanation}</p>
              <div class="actions">
                <button class="button" @click=${()=>{this.copied()}}>
                  ${c(y,20)}${this.t("duties.copy")}
                </button>
                ${this.printer("complaint_procedure",this.t("duties.paper.complaint_procedure"),{})}
              </div>`:i`<div class="actions">
              <button
                class="button"
                @click=${()=>{this.explain(t?.length?t:e)}}
              >
                ${c(f,20)}${this.t("duties.explain.show")}
              </button>
              ${this.printer("complaint_procedure",this.t("duties.paper.complaint_procedure"),{})}
            </div>`}
    </section>`}};h([$()],o.prototype,"explanation",2);u("kb-theme-complaints",o);export{o as ComplaintsTheme};
