/// The few movements of the phone page; what is marked stays on the phone.
enum PhoneScript {
  static let text = """
    (function(){
    'use strict';
    function all(where,what){return [].slice.call(where.querySelectorAll(what))}
    function get(id){return document.getElementById(id)}
    var shots=all(document,'section'),at=0,memory={},said={};
    all(document,'nav [data-mark]').forEach(function(b){said[b.dataset.mark]=b.textContent});
    var list=get('list'),marks=get('marks'),back=get('back'),next=get('next');
    // Where the phone keeps nothing, what was marked lives as long as the page.
    function load(key){if(key in memory)return memory[key];
    try{return localStorage.getItem('shopreel:'+key)||''}catch(e){return ''}}
    function save(key,value){memory[key]=value;
    try{localStorage.setItem('shopreel:'+key,value)}catch(e){}}
    function code(i){return shots[i].dataset.code}
    var place='at:'+(shots.length?code(0):'');
    function paint(){
    if(!shots.length)return;
    var done=0,mine=load(code(at));
    shots.forEach(function(s){var m=load(s.dataset.code);if(m==='OK'||m==='KEEP')done++});
    all(document,'nav [data-mark]').forEach(function(b){
    b.classList.toggle('set',b.dataset.mark===mine)});
    all(list,'a').forEach(function(a,i){var m=load(a.dataset.code);
    if(m){a.dataset.state=m;a.dataset.said=said[m]||m}
    else{delete a.dataset.state;delete a.dataset.said}
    a.classList.toggle('at',i===at)});
    get('place').textContent=(at+1)+' / '+shots.length;
    get('done').textContent=done;get('rest').textContent=shots.length-done}
    function show(i){
    if(!shots.length)return;
    at=Math.max(0,Math.min(shots.length-1,i));
    shots.forEach(function(s,n){s.classList.toggle('on',n===at)});
    back.disabled=at===0;next.disabled=at===shots.length-1;
    list.hidden=true;marks.hidden=true;save(place,code(at));scrollTo(0,0);paint()}
    function go(step){show(at+step)}
    function card(mark){
    var found=false;
    all(marks,'div[data-mark]').forEach(function(m){
    m.hidden=m.dataset.mark!==mark;if(!m.hidden)found=true});
    marks.hidden=!found}
    document.body.classList.add('js');
    if(!shots.length){document.querySelector('nav').hidden=true;get('bar').hidden=true}
    back.onclick=function(){go(-1)};next.onclick=function(){go(1)};
    get('open').onclick=function(){list.hidden=false;paint();
    var now=list.querySelector('.at');if(now)now.scrollIntoView({block:'center'})};
    get('close').onclick=function(){list.hidden=true};
    get('left').onclick=function(){var on=list.classList.toggle('todo');
    this.setAttribute('aria-pressed',on)};
    all(list,'a').forEach(function(a,i){a.onclick=function(e){e.preventDefault();show(i)}});
    all(document,'nav [data-mark]').forEach(function(b){b.onclick=function(){
    save(code(at),b.dataset.mark);paint();card(b.dataset.mark)}});
    marks.onclick=function(){marks.hidden=true};
    get('undo').onclick=function(e){e.stopPropagation();save(code(at),'');
    marks.hidden=true;paint()};
    document.addEventListener('keydown',function(e){
    if(e.key==='ArrowRight'||e.key===' '){e.preventDefault();go(1)}
    else if(e.key==='ArrowLeft')go(-1);
    else if(e.key==='Escape'){list.hidden=true;marks.hidden=true}});
    var x=0,y=0,fingers=0;
    document.addEventListener('touchstart',function(e){fingers=e.touches.length;
    x=e.changedTouches[0].clientX;y=e.changedTouches[0].clientY},{passive:true});
    document.addEventListener('touchend',function(e){
    if(!list.hidden||fingers>1)return;
    var dx=e.changedTouches[0].clientX-x,dy=e.changedTouches[0].clientY-y;
    if(Math.abs(dx)>50&&Math.abs(dx)>2*Math.abs(dy))go(dx<0?1:-1)},{passive:true});
    // A slate that goes dark before the camera files nothing.
    var lock=null;
    function wake(){if(lock||!navigator.wakeLock||document.visibilityState!=='visible')return;
    navigator.wakeLock.request('screen').then(function(l){lock=l;
    l.addEventListener('release',function(){lock=null})},function(){})}
    document.addEventListener('visibilitychange',wake);
    document.addEventListener('click',wake);document.addEventListener('touchend',wake);wake();
    var first=/^#s(\\d+)$/.exec(location.hash),kept=load(place),from=0;
    shots.forEach(function(s,i){if(s.dataset.code===kept)from=i});
    show(first?Number(first[1])-1:from);
    if(location.hash==='#list'){list.hidden=false}
    })();
    """
}
