import{a as w,b as P,c as j,d as O}from"./chunks/chunk-VYET6Z55.js";import{a as _}from"./chunks/chunk-BYHIPRB2.js";import{a as x,b as d,e as g,g as S,h as E,i as h,l as H,m as R,n as T,p as D}from"./chunks/chunk-HILQJUX4.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var p=class extends S{static{this.styles=[H,R,T,x`
      .card {
        background: var(--ha-card-background, var(--kb-card));
        border: var(--ha-card-border-width, 1px) solid var(--ha-card-border-color, var(--kb-line));
        border-radius: var(--ha-card-border-radius, 12px);
        box-shadow: var(--ha-card-box-shadow, none);
        display: grid;
        gap: 12px;
        padding: 16px;
        height: 100%;
        align-content: start;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      h2 {
        font-size: 18px;
      }
      .soft {
        color: var(--kb-soft);
      }
      .chip {
        font: inherit;
        font-weight: 600;
        font-size: 14px;
        color: var(--kb-soft);
        padding: 4px 12px;
        border: 0;
        border-radius: 999px;
        background: var(--kb-tint);
        cursor: pointer;
      }
      .chip.good {
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .chip.bad {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .chip.warn {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}setConfig(i){this.config=i}getCardSize(){return 3}getGridOptions(){return{columns:12,min_columns:6,rows:"auto"}}willUpdate(i){this.hass&&this.toggleAttribute("dark",D(this.hass))}get language(){return this.hass?.language??"en"}get format(){return this.hass?O.of(this.hass):null}};u([E({attribute:!1})],p.prototype,"hass",2),u([E({attribute:!1})],p.prototype,"config",2);var C=new WeakMap;function f(s){let i=s.connection??s,t=C.get(i);return t||(t=s.callWS({type:"kuma_bouhan/dashboard"}),C.set(i,t),t.then(()=>setTimeout(()=>C.delete(i),1e4),()=>C.delete(i))),t}function U(s){history.pushState(null,"",s),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}function I(s,i){s.dispatchEvent(new CustomEvent("hass-more-info",{bubbles:!0,composed:!0,detail:{entityId:i}}))}var L={en:{camera_card:"Security camera and sign",camera_card_what:"How a camera records, and whether its sign hangs.",duties_card:"Waits for me",duties_card_what:"What is due of the security cameras, for who is signed in.",dashboard:"Security cameras",choose:"Choose a camera under the rules: the sensor of its recording state.",confirm:"The sign is there",confirmed:"Noted.",sign:"Sign",next_erasure:"Next erasure",nothing:"Nothing is due.",overdue:"Overdue since {day}",due:"Due by {day}",not_yours:"Nothing waits for you here.",number:"No. {number}",more:"{count} more",calendar:"Ends of periods and checks",todo:"Duties",house:"The whole"},ja:{camera_card:"防犯カメラと設置表示",camera_card_what:"録画の状態と、設置表示の確認の状態を示します。",duties_card:"自分の業務",duties_card_what:"ログインしている人の、期限のある業務を示します。",dashboard:"防犯カメラ",choose:"運用基準の対象のカメラ（録画状態のセンサー）を選んでください。",confirm:"設置表示があることを確認",confirmed:"記載しました。",sign:"設置表示",next_erasure:"次の消去",nothing:"期限の近い業務はありません。",overdue:"期限切れ（{day}）",due:"{day}まで",not_yours:"あなたが担当する業務はありません。",number:"第{number}号",more:"ほか{count}件",calendar:"期限と予定",todo:"期限のある業務",house:"全体"}};function r(s,i,t={}){return j(L[w(s)][i],t)}function N(s){return[["kuma-bouhan-camera-card","camera_card","camera_card_what"],["kuma-bouhan-duties-card","duties_card","duties_card_what"]].map(([i,t,e])=>({type:i,name:r(s,t),description:r(s,e),preview:!0}))}var M=new Set(["recording","displayed"]),W=new Set(["connecting","switched_off","outside_hours"]),z=new Set(["inspection_due","no_sign"]);function G(s){return M.has(s)?"good":W.has(s)?"":z.has(s)?"warn":"bad"}var y=class extends p{constructor(){super(...arguments);this.place="";this.entities=null;this.said="";this.asked="";this.confirm=async()=>{let t=this.entities?.["button.confirm_sign"];if(!(!t||!this.hass))try{await this.hass.callService("button","press",{},{entity_id:t}),this.said=r(this.language,"confirmed")}catch(e){this.said=e.message??""}}}static getConfigForm(){return{schema:[{name:"entity",required:!0,selector:{entity:{filter:[{integration:"kuma_bouhan",domain:"sensor"}]}}}]}}static async getStubConfig(t){let{cameras:e}=await f(t);return{entity:e[0]?.entities["sensor.recording_state"]??""}}willUpdate(t){super.willUpdate(t);let{hass:e,config:a}=this;!e||!a||this.asked===a.entity||(this.asked=a.entity,f(e).then(({cameras:o})=>{let n=o.find(({entities:c})=>Object.values(c).includes(a.entity));this.entities=n?.entities??null,this.place=n?.place??""},()=>this.asked=""))}at(t){return this.hass?.states[this.entities?.[t]??""]}render(){let{hass:t,language:e}=this;if(!t)return g;let a=this.at("sensor.recording_state");if(!a)return d`<div class="card"><p class="soft">${r(e,"choose")}</p></div>`;let o=this.at("sensor.sign"),n=this.at("sensor.next_erasure"),c=n&&!["unknown","unavailable"].includes(n.state);return d`<div class="card">
      <div class="head">
        <h2>${this.place}</h2>
        ${this.chip(a)}
      </div>
      ${o?d`<div class="head">
              <span class="soft">${r(e,"sign")}</span>
              ${this.chip(o)}
            </div>`:g}
      ${c?d`<div class="head">
              <span class="soft">${r(e,"next_erasure")}</span>
              <span>${this.format?.moment(n.state)??""}</span>
            </div>`:g}
      ${o&&o.state!=="displayed"?d`<button class="button" @click=${this.confirm}>${r(e,"confirm")}</button>`:g}
      <p class="soft small" role="status">${this.said}</p>
    </div>`}chip(t){return d`<button
      class="chip ${G(t.state)}"
      @click=${()=>I(this,t.entity_id)}
    >
      ${this.hass?.formatEntityState(t)??t.state}
    </button>`}};u([h()],y.prototype,"place",2),u([h()],y.prototype,"entities",2),u([h()],y.prototype,"said",2);var q=["switch.recording","sensor.oldest_footage","sensor.held_until","sensor.kept","sensor.last_gap"],A=["sensor.duties_overdue","sensor.self_check","sensor.requests_waiting","sensor.copies_out","sensor.space_forecast","binary_sensor.book_intact","binary_sensor.vault","button.lock"],V=(s,i)=>i.flatMap(t=>s[t]?[{type:"tile",entity:s[t]}]:[]),$=class extends HTMLElement{static async generate(i,t){let{cameras:e,entities:a}=await f(t),{language:o}=t,n=(v,l)=>({type:"heading",heading:v,icon:l}),c=a["todo.duties"],m=a["calendar.duties"],k=[{cards:[n(r(o,"house"),"mdi:shield-home-outline"),{type:"custom:kuma-bouhan-duties-card"},...V(a,A)]},...e.map(({place:v,entities:l})=>({cards:[n(v,"mdi:cctv"),{type:"custom:kuma-bouhan-camera-card",entity:l["sensor.recording_state"]},...V(l,q)]}))];return(c||m)&&k.push({cards:[n(r(o,"calendar"),"mdi:calendar-check-outline"),...c?[{type:"todo-list",entity:c,title:r(o,"todo")}]:[],...m?[{type:"calendar",entities:[m]}]:[]]}),{title:r(o,"dashboard"),views:[{type:"sections",max_columns:3,title:r(o,"dashboard"),path:"0",sections:k}]}}};var F=6,B=5*6e4,b=class extends p{constructor(){super(...arguments);this.duties=null;this.words=null;this.refused=!1;this.overdue="";this.seen=""}static{this.styles=[...p.styles,x`
      ul {
        display: grid;
        gap: 4px;
      }
      a {
        display: grid;
        gap: 2px;
        padding: 8px 12px;
        margin: 0 -12px;
        border-radius: 10px;
        color: var(--kb-text);
        text-decoration: none;
      }
      a:hover {
        background: var(--kb-tint);
      }
      .late {
        color: var(--kb-bad);
      }
    `]}static getConfigForm(){return{schema:[{name:"most",selector:{number:{min:1,max:20}}}]}}static getStubConfig(){return{most:F}}connectedCallback(){super.connectedCallback(),this.again=setInterval(()=>{this.load()},B)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.again),this.seen=""}willUpdate(t){super.willUpdate(t);let e=this.hass?`${this.language} ${this.hass.states[this.overdue]?.state??""}`:"";!e||e===this.seen||(this.seen=e,this.load())}async load(){let{hass:t,language:e}=this;if(t)try{let[{entities:a},{duties:o},n]=await Promise.all([f(t),t.callWS({type:"kuma_bouhan/kept/duties",language:e}),P(w(e),["duties"])]);this.overdue=a["sensor.duties_overdue"]??"",this.duties=o.filter(({overdue:c,soon:m})=>c||m),this.words=n,this.refused=!1}catch{this.refused=!0}}render(){let{language:t,duties:e}=this,a=this.config?.most??F;return d`<div class="card">
      <h2>${r(t,"duties_card")}</h2>
      ${this.refused?d`<p class="soft">${r(t,"not_yours")}</p>`:e&&!e.length?d`<p class="soft">${r(t,"nothing")}</p>`:d`<ul>
                ${(e??[]).slice(0,a).map(o=>d`<li>${this.duty(o)}</li>`)}
              </ul>`}
      ${e&&e.length>a?d`<p class="soft small">
              ${r(t,"more",{count:e.length-a})}
            </p>`:g}
    </div>`}duty({kind:t,due:e,overdue:a,place:o,number:n,path:c}){let m=this.format?.longDay(e)??"",k=o??(n===null?"":r(this.language,"number",{number:n})),v=this.words?.(`duties.kind.${t}`)??"";return d`<a
      href=${c}
      @click=${l=>{l.ctrlKey||l.metaKey||l.shiftKey||(l.preventDefault(),U(c))}}
    >
      <strong>${[v,k].filter(Boolean).join(" · ")}</strong>
      <span class="small ${a?"late":"soft"}">
        ${r(this.language,a?"overdue":"due",{day:m})}
      </span>
    </a>`}};u([h()],b.prototype,"duties",2),u([h()],b.prototype,"words",2),u([h()],b.prototype,"refused",2);_("kuma-bouhan-camera-card",y);_("kuma-bouhan-duties-card",b);_("ll-strategy-dashboard-kuma-bouhan",$);var K=window;K.customCards??=[];K.customCards.push(...N(document.documentElement.lang));
